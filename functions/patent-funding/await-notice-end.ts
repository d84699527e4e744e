import { BeginWait } from '../../workflows/patent-funding/money/steps.ts';
import { task } from '../shared/task.ts';
import { beginWait } from './money/begin-wait.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** The machine waits for the time of the notice; only a withdrawal ends it before. */
export function awaitNoticeEnd(
  { caseId, taskToken }: { readonly caseId: string; readonly taskToken: string },
  services: MoneyServices,
): Promise<{ caseId: string }> {
  return beginWait({ caseId, name: 'notice', taskToken }, async () => false, services);
}

export const handler = task(BeginWait, awaitNoticeEnd, moneyServices);
