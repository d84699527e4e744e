import type { LedgerEntry } from '../../workflows/patent-funding/ledger/contract.ts';
import { ReconcileBudget } from '../../workflows/patent-funding/ledger/routes.ts';
import { differences } from '../../workflows/patent-funding/ledger/rules/recount.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { budgetNotFound } from './ledger/account-line.ts';
import { wholeTally } from './store/ledger-store.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

const PAGE = 500;

/** Counts every entry anew. Money that is moved meanwhile may show as a difference: ask again. @throws RefusedError 404 */
export async function reconcileBudget(
  { params }: Pick<RouteInput<typeof ReconcileBudget>, 'params'>,
  { ledger }: MoneyServices,
): Promise<RouteReply<typeof ReconcileBudget>> {
  const entries: LedgerEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await ledger.entries(params, { limit: PAGE, cursor });
    entries.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  const [account, tally] = await Promise.all([ledger.account(params), wholeTally(ledger, params)]);
  if (account === undefined) throw budgetNotFound();
  return { body: { ...params, entries: entries.length, differences: differences(account, tally, entries) } };
}

export const handler = route(ReconcileBudget, reconcileBudget, moneyServices);
