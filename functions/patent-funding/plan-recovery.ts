import { PlanRecovery } from '../../workflows/patent-funding/recovery/steps.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { askedOf } from './money/planned-task.ts';
import { readRecovery } from './store/recovery-case.ts';

/** Tells the enterprise and asks finance, as it was promised when the recovery was opened. */
export async function planRecovery(
  { caseId }: { readonly caseId: string },
  services: Services,
): Promise<{ caseId: string; question: AskedQuestion }> {
  return untilFresh(async () => {
    const { case: read, detail } = await readRecovery(caseId, services);
    const { taskId, departmentId, dueAt, dueProvisional } = detail.task;
    const question = askedOf(detail.task, services.now());
    if (read.status !== 'SUBMITTED') return { caseId, question };
    const at = localInstant(services.now());
    await services.commit([
      ...services.cases.change(
        read,
        { status: 'IN_REVIEW' },
        {
          kind: 'review-planned',
          at,
          actor: { by: 'platform', step: 'PlanRecovery' },
          details: { questions: [{ taskId, dueAt, dueProvisional }] },
        },
      ),
      ...services.outbox.notify('recovery-opened', read, at, {
        taskId,
        departmentId,
        dueAt,
        ofCase: detail.funding.caseNumber,
      }),
    ]);
    return { caseId, question };
  });
}

export const handler = task(PlanRecovery, planRecovery);
