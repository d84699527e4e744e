import { useEffect, useRef } from 'react';
import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import type { ObjectToNotice } from '../../../../workflows/patent-funding/notice/routes.ts';
import type { Output } from '../../api/client.ts';
import { useText } from '../../language.tsx';
import { useWhen } from '../../parts/when.tsx';

interface Props {
  readonly notice: PublicNotice;
  readonly raised: Output<typeof ObjectToNotice>;
}

/** That it arrived, under which number, and what happens next; read out, since the form is gone. */
export function Raised({ notice, raised }: Props) {
  const say = useText();
  const when = useWhen();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {say({ zh: '异议已提交', en: 'The objection was received' })}
      </h2>
      <dl className="facts spaced">
        <dt>{say({ zh: '异议编号（请保存）', en: 'Its number (keep it)' })}</dt>
        <dd>
          <b className="hash">{raised.objectionId}</b>
        </dd>
        <dt>{say({ zh: '收到', en: 'Received' })}</dt>
        <dd>{when.time(raised.receivedAt)}</dd>
      </dl>
      <h3>{say({ zh: '接下来', en: 'What happens next' })}</h3>
      <ol>
        <li>
          {say({
            zh: '工作人员决定异议内容是否对外公开；您的姓名、联系方式和证据不公开。',
            en: 'Whether its text is published is decided first. Your name, contact and evidence never are.',
          })}
        </li>
        <li>
          {say(
            {
              zh: '公示于 {at} 截止后，审核单位逐项核查全部异议，必要时按您留下的方式联系您。',
              en: 'When the notice has ended, at {at}, every objection is reviewed; you may be called.',
            },
            { at: when.time(notice.endsAt) },
          )}
        </li>
        <li>
          {say({
            zh: '异议成立的，相关专利不予资助；已公开的异议，结论和理由在公示页面公布。',
            en: 'What is upheld is not funded. Of an objection that was published, the notice tells the decision and why.',
          })}
        </li>
      </ol>
      <a href={`/notices/${notice.noticeNumber}`}>{say({ zh: '返回公示', en: 'Back to the notice' })}</a>
    </section>
  );
}
