import { type NoticeLine, ShowNoticesPage } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { PAGE_HEADERS } from '../shared/page/document.ts';
import { type Html, html } from '../shared/page/html.ts';
import { withProblemPages } from '../shared/page/problem-page.ts';
import { route } from '../shared/route.ts';
import { noticeLine } from './notice/public-notice.ts';
import { STATE } from './page/notice-section.ts';
import { dayAndMinute, page, yuan } from './page/page.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

const ON_A_PAGE = 50;
const STATES = ['PUBLISHED', 'CLOSED'] as const;

/** The notices of one state for people. */
export async function showNoticesPage(
  { query: { state, cursor } }: Pick<RouteInput<typeof ShowNoticesPage>, 'query'>,
  { notices }: Pick<MoneyServices, 'notices'>,
) {
  const { items, cursor: next } = await notices.list(state, { limit: ON_A_PAGE, cursor });
  const more = next && `/notices?${new URLSearchParams({ state, cursor: next })}`;
  const body = html`<nav>${STATES.map((one) =>
    one === state
      ? html`<b aria-current="page">${STATE[one].zh} <span lang="en">${STATE[one].en}</span></b>`
      : html`<a href="/notices?state=${one}">${STATE[one].zh} <span lang="en">${STATE[one].en}</span></a>`,
  )}</nav>
${items.length === 0 ? nothing() : table(items.map(noticeLine))}
${more ? html`<p><a href="${more}">下一页 Next</a></p>` : html``}`;
  return { body: page('拟资助公示', body), headers: PAGE_HEADERS };
}

function nothing(): Html {
  return html`<p role="status">目前没有这类公示。<span lang="en">There is no such notice at the moment.</span></p>`;
}

function table(lines: readonly NoticeLine[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="公示列表 List of notices">
<table class="cards"><thead><tr><th scope="col">企业 <span lang="en">Applicant</span></th><th scope="col">公示编号 <span lang="en">Number</span></th><th scope="col">专利（件） <span lang="en">Patents</span></th><th scope="col">拟资助金额 <span lang="en">Amount</span></th><th scope="col">公示截止 <span lang="en">Ends</span></th></tr></thead>
<tbody>${lines.map(
    (line) => html`
<tr><th scope="row">${line.applicantName}</th><td data-title="公示编号"><a href="/notices/${encodeURIComponent(line.noticeNumber)}">${line.noticeNumber}</a></td><td data-title="专利（件）">${line.patentCount}</td><td data-title="拟资助金额">${yuan(line.amountFen)}</td><td data-title="公示截止">${dayAndMinute(line.endsAt)}</td></tr>`,
  )}</tbody></table></div>`;
}

export const handler = withProblemPages(route(ShowNoticesPage, showNoticesPage, moneyServices), page);
