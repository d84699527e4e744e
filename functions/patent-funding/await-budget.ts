import { BeginWait } from '../../workflows/patent-funding/money/steps.ts';
import { task } from '../shared/task.ts';
import { BUDGET_WAIT } from './ledger/fill-waiting-list.ts';
import { beginWait } from './money/begin-wait.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** The machine waits until the case's turn comes, or its year ends. */
export function awaitBudget(
  { caseId, taskToken }: { readonly caseId: string; readonly taskToken: string },
  services: MoneyServices,
): Promise<{ caseId: string }> {
  const isOver = async () => (await services.ledger.reservation(caseId))?.state !== 'WAITING';
  return beginWait({ caseId, name: BUDGET_WAIT, taskToken }, isOver, services);
}

export const handler = task(BeginWait, awaitBudget, moneyServices);
