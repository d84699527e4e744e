import { ListCases } from '../../workflows/shared/case-routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ListCases;

/** Newest first: an enterprise's own cases, or for the office all of one month. */
export async function listCases(
  { actor, query: { month, limit, cursor } }: RouteInput<Contract>,
  { cases, now }: Services,
): Promise<RouteReply<Contract>> {
  const page = { limit, cursor };
  const office = actor.organisationKind === 'office';
  if (month && !office) throw monthIsForTheOffice();
  const { items, ...next } = office
    ? await cases.listByMonth(month ?? localDateOf(now()).slice(0, 7), page)
    : await cases.listByApplicant(actor.organisationId, page);
  return { body: { items: [...items], ...next } };
}

function monthIsForTheOffice(): RefusedError {
  const words = { zh: '只有办公室按月查看办件', en: 'Only the office lists cases by month' };
  return new RefusedError({
    status: 400,
    code: 'invalid-parameters',
    ...words,
    faults: [{ pointer: '/query/month', code: 'not-for-this-organisation', ...words }],
  });
}

export const handler = route(ListCases, listCases);
