import { BeginWait } from '../../workflows/patent-funding/money/steps.ts';
import { task } from '../shared/task.ts';
import { beginWait } from './money/begin-wait.ts';
import { CORRECTION_WAIT } from './payment/correction-wait.ts';
import { readFundingCase } from './store/funding-case.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** The machine waits until the applicant has corrected its account, or its time for it is over. */
export function awaitCorrection(
  { caseId, taskToken }: { readonly caseId: string; readonly taskToken: string },
  services: MoneyServices,
): Promise<{ caseId: string }> {
  const isOver = async () => {
    const { detail } = await readFundingCase(caseId, services);
    return detail.progress?.payment?.returned?.correctedAt !== undefined;
  };
  return beginWait({ caseId, name: CORRECTION_WAIT, taskToken }, isOver, services);
}

export const handler = task(BeginWait, awaitCorrection, moneyServices);
