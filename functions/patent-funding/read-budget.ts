import { ReadBudget } from '../../workflows/patent-funding/ledger/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { budgetReport } from './ledger/budget-report.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** One budget with its counters. */
export async function readBudget(
  { params }: Pick<RouteInput<typeof ReadBudget>, 'params'>,
  services: MoneyServices,
): Promise<RouteReply<typeof ReadBudget>> {
  return { body: await budgetReport(params, services) };
}

export const handler = route(ReadBudget, readBudget, moneyServices);
