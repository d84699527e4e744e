import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import { useText } from '../../language.tsx';
import { yuan } from '../../parts/money.ts';
import { useWhen } from '../../parts/when.tsx';

/** Which notice it is about, and until when it runs. */
export function NoticeFacts({ notice }: { readonly notice: PublicNotice }) {
  const say = useText();
  const when = useWhen();
  const { noticeNumber, programme, applicant, amountFen, endsAt, endsProvisional } = notice;
  return (
    <dl className="facts spaced">
      <dt>{say({ zh: '公示', en: 'Notice' })}</dt>
      <dd>
        <a href={`/notices/${noticeNumber}`}>{noticeNumber}</a>
      </dd>
      <dt>{say({ zh: '申请企业', en: 'Applicant' })}</dt>
      <dd>{applicant.name}</dd>
      <dt>{say({ zh: '资助项目', en: 'Programme' })}</dt>
      <dd>{say(programme.name)}</dd>
      <dt>{say({ zh: '拟资助金额', en: 'Amount' })}</dt>
      <dd>{say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(amountFen) })}</dd>
      <dt>{say({ zh: '公示截止', en: 'Ends' })}</dt>
      <dd>
        {when.time(endsAt)}
        {endsProvisional && say({ zh: '（暂定）', en: ' (provisional)' })}
      </dd>
    </dl>
  );
}
