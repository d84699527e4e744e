import { meetsRequirements, type OpenDemand } from '../../../workflows/financing-demand/rules/open-demand.ts';
import { readDemand } from '../../shared/demand.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { ProductChange } from '../store/product-changes.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';
import { rewrite } from './rewrite.ts';

export type RematchServices = Pick<
  ServicesWithLists,
  'cases' | 'lists' | 'products' | 'openDemands' | 'productChanges' | 'financingRules' | 'commit' | 'now'
>;

/** Rows of one page: small ones, of which most do not fit. */
const PAGE_ROWS = 100;

/**
 * Matches the next page of open demands with the products of the first institution that changed them, and writes down how far it came;
 * undefined where nothing is left. Killed anywhere it does the page again, and finds sent what was sent.
 */
export async function rematchPage(services: RematchServices): Promise<{ sent: number } | undefined> {
  const { productChanges, openDemands, products } = services;
  const change = await productChanges.first();
  if (!change) return undefined;
  const { institutionId, place } = change;
  const offered = (await products.inForce(institutionId)).products;
  const facilities = [...new Set(offered.map(({ facility }) => facility))].sort();
  const [facility, next] = facilities.filter((one) => one >= (place?.facility ?? ''));
  if (facility === undefined) return moveOn(change, undefined, 0, services);

  const after = facility === place?.facility ? place.demandId : undefined;
  const page = await openDemands.page(facility, after, PAGE_ROWS);
  const fitting = page.filter((demand) =>
    offered.some((product) => Object.values(meetsRequirements(demand, product)).every(Boolean)),
  );
  let sent = 0;
  for (const demand of fitting) if (await untilFresh(() => rematch(demand, institutionId, services))) sent++;
  const last = page.length === PAGE_ROWS ? page.at(-1) : undefined;
  const following = next === undefined ? undefined : { facility: next };
  return moveOn(change, last ? { facility, demandId: last.demandId } : following, sent, services);
}

/** Where the products changed once more, the new mark stands: all is looked at again from the first demand on. */
async function moveOn(
  change: ProductChange,
  place: ProductChange['place'],
  sent: number,
  { productChanges, commit }: RematchServices,
): Promise<{ sent: number }> {
  await untilFresh(async () => {
    const standing = await productChanges.first();
    if (standing?.mark === change.mark) await commit([productChanges.moveOn(change, place)]);
  });
  return { sent };
}

/** Whether it was sent to somebody by it. A demand whose institutions have all refused begins another round. */
async function rematch(
  { demandId }: OpenDemand,
  institutionId: string,
  services: RematchServices,
): Promise<boolean> {
  const before = await readDemand(demandId, services);
  if (!before || before.detail.ended || before.case.status !== 'IN_REVIEW') return false;
  const { exhaustedAt, ...detail } = before.detail;
  if (detail.recipients.some((one) => one.institutionId === institutionId)) return false;
  const { writes, detail: next } = await rewrite(
    before,
    {
      detail,
      deed: { kind: 'demand-reviewed', actor: { by: 'platform', step: 'RematchDemands' } },
      rematch: exhaustedAt === undefined ? true : 'next-round',
    },
    services,
  );
  // Where there is no room in the round, or others fit better, nothing has changed that anybody is told of.
  if (next.recipients.length === detail.recipients.length) return false;
  await services.commit(writes);
  return true;
}
