import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import { useText } from '../../language.tsx';
import { useWhen } from '../../parts/when.tsx';

/** What becomes of an objection, and where its decision is told: nobody is written to, since nobody signed in. */
export function WhatFollows({ notice: { noticeNumber, endsAt } }: { readonly notice: PublicNotice }) {
  const say = useText();
  const when = useWhen();
  return (
    <section>
      <h3>{say({ zh: '提交之后', en: 'What follows' })}</h3>
      <ol>
        <li>
          {say({
            zh: '工作人员先决定异议内容是否对外公开；您的姓名、联系方式和证据始终不公开。',
            en: 'Whether its text is published is decided first. Your name, contact and evidence never are.',
          })}
        </li>
        <li>
          {say(
            {
              zh: '公示于 {at} 截止后，审核单位逐项核查全部异议，无论是否公开；必要时按您留下的方式联系您。',
              en: 'When the notice has ended, at {at}, every objection is reviewed, published or not; you may be called.',
            },
            { at: when.time(endsAt) },
          )}
        </li>
        <li>
          {say({
            zh: '结论和理由只在公示页面公布，平台不另发通知，请届时自行查看：',
            en: 'The decision and its reason are told on the page of the notice alone; no message is sent, so look there:',
          })}{' '}
          <a href={`/notices/${noticeNumber}`}>{noticeNumber}</a>
          {say({
            zh: '。未公开的异议不在该页面列出，其结论也不公布；异议成立的，相关专利会在该页面标明不予资助。',
            en: '. What was not published is not listed there, nor its decision; a patent that is not funded after all is marked on it.',
          })}
        </li>
      </ol>
    </section>
  );
}
