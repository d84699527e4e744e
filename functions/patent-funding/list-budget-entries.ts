import { ListBudgetEntries } from '../../workflows/patent-funding/ledger/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** The entries of a budget, as they were written. */
export async function listBudgetEntries(
  { params, query }: Pick<RouteInput<typeof ListBudgetEntries>, 'params' | 'query'>,
  { ledger }: MoneyServices,
): Promise<RouteReply<typeof ListBudgetEntries>> {
  const { items, ...more } = await ledger.entries(params, query);
  return { body: { items: [...items], ...more } };
}

export const handler = route(ListBudgetEntries, listBudgetEntries, moneyServices);
