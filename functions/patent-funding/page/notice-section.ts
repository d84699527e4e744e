import type { NoticeState, PublicNotice } from '../../../workflows/patent-funding/notice/contract.ts';
import { type Html, html } from '../../shared/page/html.ts';
import { dayAndMinute, yuan } from './page.ts';

/** Status in words and by a sign, colour is only added to them. */
export const STATE: Record<NoticeState, { sign: string; zh: string; en: string; look: string }> = {
  PUBLISHED: { sign: '◷', zh: '公示中', en: 'Open for objections', look: 'unsure' },
  CLOSED: { sign: '✔', zh: '公示期满', en: 'The notice has ended', look: 'good' },
  ENDED: { sign: '✖', zh: '公示已终止', en: 'Ended before its time', look: 'bad' },
};

const KIND = { invention: '发明', 'utility-model': '实用新型', design: '外观设计' } as const;
const OUTCOME = {
  upheld: '异议成立 Upheld',
  rejected: '异议不成立 Rejected',
  unanswered: '未核查，不予资助 Not answered: not funded',
} as const;

/** Everything that is public of a notice. */
export function noticeSection(notice: PublicNotice): Html {
  const { sign, zh, en, look } = STATE[notice.state];
  const struck = new Set(notice.struckOut);
  return html`<p class="status ${look}" role="status"><span class="sign" aria-hidden="true">${sign}</span>
<span>${zh}<span lang="en">${en}</span></span></p>
<dl>${particulars(notice).map(
    ([label, english, value]) => html`
<dt>${label} <span lang="en">${english}</span></dt><dd>${value}</dd>`,
  )}
</dl>
<h2 id="patents">拟资助专利 <span lang="en">Patents</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="patents">
<table class="cards"><thead><tr><th scope="col">名称 Title</th><th scope="col">申请号 Number</th><th scope="col">类型 Kind</th><th scope="col">金额 Amount</th></tr></thead>
<tbody>${notice.patents.map(
    (patent) => html`
<tr><th scope="row">${patent.title}</th><td data-title="申请号">${patent.number}</td><td data-title="类型">${KIND[patent.kind]}</td><td data-title="金额">${
      struck.has(patent.number) ? html`<s>${yuan(patent.amountFen)}</s>` : yuan(patent.amountFen)
    }</td></tr>`,
  )}</tbody></table></div>
${notice.objections.length === 0 ? html`` : objections(notice)}`;
}

function particulars(notice: PublicNotice): [string, string, string | Html][] {
  const { programme, applicant, amountFen, publishedAt, endsAt, endsProvisional, workingDays } = notice;
  const provisional = endsProvisional ? '（暂定，节假日安排公布后可能调整 provisional）' : '';
  return [
    ['公示编号', 'Number', notice.noticeNumber],
    ['资助项目', 'Programme', programme.name.zh],
    ['申请企业', 'Applicant', applicant.name],
    ['拟资助金额', 'Amount', yuan(amountFen)],
    ['公示开始', 'Published', dayAndMinute(publishedAt)],
    ['公示截止', 'Ends', `${dayAndMinute(endsAt)}（${workingDays} 个工作日 working days）${provisional}`],
    ['提出异议', 'To object', toObject(notice)],
  ];
}

/** The form of the portal, as long as the notice runs. */
function toObject({ noticeNumber, state }: PublicNotice): string | Html {
  if (state !== 'PUBLISHED') return '公示已结束，不再受理异议 The notice is over';
  return html`<a href="/public/notices/${noticeNumber}/objection">在线提出异议 <span lang="en">Object online</span></a>`;
}

function objections({ objections }: PublicNotice): Html {
  return html`<h2>异议 <span lang="en">Objections</span></h2>
<dl>${objections.map(
    ({ text, receivedAt, outcome }) => html`
<dt>${dayAndMinute(receivedAt)}</dt><dd>${text}${outcome ? html`<br><strong>${OUTCOME[outcome.outcome]}</strong> ${outcome.reason ?? ''}` : html``}</dd>`,
  )}
</dl>`;
}
