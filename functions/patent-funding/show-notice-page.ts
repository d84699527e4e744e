import { ShowNoticePage } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { PAGE_HEADERS } from '../shared/page/document.ts';
import { withProblemPages } from '../shared/page/problem-page.ts';
import { route } from '../shared/route.ts';
import { publicNotice } from './notice/public-notice.ts';
import { noticeSection } from './page/notice-section.ts';
import { page } from './page/page.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** A notice for people. */
export async function showNoticePage(
  { params }: Pick<RouteInput<typeof ShowNoticePage>, 'params'>,
  { notices }: Pick<MoneyServices, 'notices'>,
) {
  const notice = await publicNotice(params.number, notices);
  return { body: page(`${notice.noticeNumber} 公示`, noticeSection(notice)), headers: PAGE_HEADERS };
}

export const handler = withProblemPages(route(ShowNoticePage, showNoticePage, moneyServices), page);
