import { ShowNoticesPage } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { PAGE_HEADERS } from '../shared/page/document.ts';
import { html } from '../shared/page/html.ts';
import { withProblemPages } from '../shared/page/problem-page.ts';
import { route } from '../shared/route.ts';
import { noticeLine } from './notice/public-notice.ts';
import { STATE } from './page/notice-section.ts';
import { dayAndMinute, page, yuan } from './page/page.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

const ON_A_PAGE = 50;

/** The notices of one state for people. */
export async function showNoticesPage(
  { query: { state, cursor } }: Pick<RouteInput<typeof ShowNoticesPage>, 'query'>,
  { notices }: Pick<MoneyServices, 'notices'>,
) {
  const { items, cursor: next } = await notices.list(state, { limit: ON_A_PAGE, cursor });
  const more = next && `/notices?${new URLSearchParams({ state, cursor: next })}`;
  const body = html`<h2 id="list">${STATE[state].zh} <span lang="en">${STATE[state].en}</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="list">
<table><thead><tr><th scope="col">企业 Applicant</th><th scope="col">编号 Number</th><th scope="col">件数 Patents</th><th scope="col">金额 Amount</th><th scope="col">截止 Ends</th></tr></thead>
<tbody>${items.map(noticeLine).map(
    (line) => html`
<tr><th scope="row">${line.applicantName}</th><td><a href="/notices/${encodeURIComponent(line.noticeNumber)}">${line.noticeNumber}</a></td><td>${line.patentCount}</td><td>${yuan(line.amountFen)}</td><td>${dayAndMinute(line.endsAt)}</td></tr>`,
  )}</tbody></table></div>
${more ? html`<p><a href="${more}">下一页 Next</a></p>` : html``}
<p>${(['PUBLISHED', 'CLOSED'] as const).map((other) => html`<a href="/notices?state=${other}">${STATE[other].zh} ${STATE[other].en}</a> `)}</p>`;
  return { body: page('拟资助公示', body), headers: PAGE_HEADERS };
}

export const handler = withProblemPages(route(ShowNoticesPage, showNoticesPage, moneyServices), page);
