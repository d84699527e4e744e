import type * as z from 'zod';
import { nextWake } from '../../workflows/shared/deadline/milestone.ts';
import { OpenDeskTask } from '../../workflows/shared/desk-steps.ts';
import type { DeskTaskSummary } from '../../workflows/shared/desk-task.ts';
import { ERROR_NAME } from '../../workflows/shared/error-names.ts';
import { procedureOf } from '../../workflows/shared/procedures.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { CaseWithdrawnError } from '../shared/errors.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { task } from '../shared/task.ts';
import { closeTasks } from './relay/end-tasks.ts';
import { relayDecision } from './relay/relay-decision.ts';
import { recomputeDueDate } from './time/recompute-due-date.ts';
import { awaitedSupplement, runningClock } from './time/running-clock.ts';

type Input = z.output<typeof OpenDeskTask.input>;

/**
 * Puts a question to a department and keeps the machine's token beside it. A task that stands already (a retry, a late opening,
 * a resumed case, another stretch of time) only gets the new token; if it was decided or closed unanswered meanwhile, the machine is told at once.
 * None is opened for a case that is withdrawn: who opens it and dies would leave it on a desk for ever. @throws CaseWithdrawnError
 */
export async function openDeskTask(
  { taskToken, workflow, caseId, question }: Input,
  services: ServicesWithMachines,
): Promise<z.input<typeof OpenDeskTask.output>> {
  const { taskId, departmentId, dueAt, dueProvisional, clock, wakeAt } = question;
  const [found, detail] = await Promise.all([services.cases.read(caseId), services.cases.readDetail(caseId)]);
  if (!found) throw new Error(`there is no case ${caseId}`);
  const content = procedureOf(workflow).questionOf(detail, taskId);
  if (content === undefined) throw new Error(`case ${caseId} does not ask ${taskId}`);

  const opened = await services.desk.open(
    {
      taskId,
      caseId,
      caseNumber: found.caseNumber,
      workflow,
      departmentId,
      applicantName: found.applicant.name,
      applicantUscc: found.applicant.uscc,
      openedAt: localInstant(services.now()),
      dueAt,
      dueProvisional,
      clock,
      question: content,
    },
    taskToken,
    [
      services.cases.notWithdrawn(caseId),
      ...services.outbox.notify('question-put', found, localInstant(services.now()), {
        taskId,
        departmentId,
        dueAt,
      }),
    ],
  );
  await endIfWithdrawn(opened, services);
  if (opened.status !== 'OPEN') {
    await relayDecision(opened, taskToken, services);
  } else if ((await wakeOf(opened, services)) !== wakeAt) {
    // The time changed after the machine read it and before this token could be told.
    await services.machines.fail(taskToken, ERROR_NAME.deadlineMoved);
  }
  return { taskId, status: opened.status };
}

async function wakeOf(opened: DeskTaskSummary, services: ServicesWithMachines): Promise<string | undefined> {
  const supplement = await awaitedSupplement(opened, services);
  // A year published since the date was computed: whoever loaded it may have looked before this row was there.
  if (opened.dueProvisional || supplement?.dueProvisional) await recomputeDueDate(opened.taskId, services);
  const running = runningClock(opened, supplement);
  return running && nextWake(running);
}

/**
 * Read after a new token was written: a withdrawal that came before did not tell this one, and one that comes after it does.
 * @throws CaseWithdrawnError which ends the machine
 */
async function endIfWithdrawn({ caseId }: DeskTaskSummary, services: ServicesWithMachines): Promise<void> {
  const now = await services.cases.read(caseId);
  if (now?.status !== 'WITHDRAWN') return;
  await closeTasks(caseId, services);
  throw new CaseWithdrawnError(`case ${caseId} is withdrawn`);
}

export const handler = task(OpenDeskTask, openDeskTask, servicesWithMachines);
