import type * as z from 'zod';
import { MarkOverdue } from '../../workflows/shared/desk-steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';

type Input = z.output<typeof MarkOverdue.input>;

/** Notes, once, that a department did not answer in time. It may still answer: the task stays open. */
export async function markOverdue(
  { caseId, taskId }: Input,
  services: Services,
): Promise<z.input<typeof MarkOverdue.output>> {
  return untilFresh(async () => {
    const [found, asked] = await Promise.all([services.cases.read(caseId), services.desk.read(taskId)]);
    if (!found || !asked) throw new Error(`there is no task ${taskId} of case ${caseId}`);
    if (asked.status !== 'OPEN') return { taskId, overdue: false };
    if (asked.overdueAt) return { taskId, overdue: true };
    const at = localInstant(services.now());
    const { departmentId, dueAt } = asked;
    await services.commit([
      ...services.desk.change(asked, { overdueAt: at }),
      ...services.cases.change(
        found,
        {},
        {
          kind: 'task-overdue',
          at,
          actor: { by: 'platform', step: 'mark-overdue' },
          details: { taskId, departmentId, dueAt },
        },
      ),
      ...services.outbox.notify('task-overdue', found, at, { taskId, departmentId, dueAt }),
    ]);
    return { taskId, overdue: true };
  });
}

export const handler = task(MarkOverdue, markOverdue);
