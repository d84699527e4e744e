import { ListCasePatents } from '../../workflows/patent-funding/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { decodeCursor, encodeCursor, unknownCursor } from '../shared/store/cursor.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof ListCasePatents;

/** The patents of an application in their order; an application of another procedure has none. */
export async function listCasePatents(
  { case: { caseId }, query }: RouteInput<Contract>,
  { applications }: Pick<FundingServices, 'applications'>,
): Promise<RouteReply<Contract>> {
  const list = `patents#${caseId}`;
  const from = query.cursor === undefined ? 0 : Number(decodeCursor(list, query.cursor));
  if (!Number.isSafeInteger(from)) throw unknownCursor();
  const rows = await applications.read(caseId);
  const until = from + query.limit;
  return {
    body: {
      items: rows.slice(from, until),
      ...(until < rows.length && { cursor: encodeCursor(list, String(until)) }),
    },
  };
}

export const handler = route(ListCasePatents, listCasePatents, fundingServices);
