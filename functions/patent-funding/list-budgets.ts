import { ListBudgets } from '../../workflows/patent-funding/ledger/routes.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { accountLine } from './ledger/account-line.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** Every account, oldest year first. */
export async function listBudgets(
  _input: unknown,
  services: MoneyServices,
): Promise<RouteReply<typeof ListBudgets>> {
  const keys = await services.ledger.accounts();
  const accounts = await Promise.all(keys.map((key) => services.ledger.account(key)));
  const items = await Promise.all(
    accounts.flatMap((account) => (account ? [accountLine(account, services)] : [])),
  );
  return { body: { items } };
}

export const handler = route(ListBudgets, listBudgets, moneyServices);
