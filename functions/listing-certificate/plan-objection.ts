import { objectionTaskId } from '../../workflows/listing-certificate/objection/desk-procedure.ts';
import { PlanObjection } from '../../workflows/listing-certificate/objection/steps.ts';
import { nextWake, waitFor } from '../../workflows/shared/deadline/milestone.ts';
import { deadlineOf } from '../../workflows/shared/deadline/task-clock.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localDateOf, localInstant, type OfficialCalendar } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { deskRules } from '../shared/store/desk-rules.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { type ObjectionCase, readObjectionUnderWay } from './store/objection-case.ts';

/** Puts an objection to the department that produced the facts, until the end of its promised working days. */
export async function planObjection(
  { caseId }: { readonly caseId: string },
  services: Services,
): Promise<{ caseId: string; question: AskedQuestion }> {
  return untilFresh(async () => {
    const objection = await readObjectionUnderWay(caseId, services);
    const question = questionOf(objection, await services.calendars.read(), services.now());
    if (objection.case.status === 'SUBMITTED') await plan(objection, question, services);
    return { caseId, question };
  });
}

async function plan(
  { case: read, detail }: ObjectionCase,
  { taskId, departmentId, dueAt, dueProvisional }: AskedQuestion,
  { cases, outbox, commit, now }: Services,
): Promise<void> {
  const at = localInstant(now());
  await commit([
    ...cases.change(
      read,
      { status: 'IN_REVIEW' },
      {
        kind: 'review-planned',
        at,
        actor: { by: 'platform', step: 'PlanObjection' },
        details: { questions: [{ taskId, dueAt, dueProvisional }] },
      },
    ),
    ...outbox.notify('objection-opened', read, at, {
      taskId,
      departmentId,
      dueAt,
      number: detail.disputed.number,
    }),
  ]);
}

/** Counted from the day of the objection, so that a machine that begins late, or again, promises no more. */
function questionOf(
  { case: read, detail }: ObjectionCase,
  calendar: OfficialCalendar,
  now: Date,
): AskedQuestion {
  const { departmentId, promisedWorkingDays } = detail;
  const fromOn = localDateOf(new Date(read.submittedAt));
  const clock = { fromOn, workingDays: promisedWorkingDays, pauses: [] };
  const deadline = deadlineOf(calendar, clock, deskRules(fromOn).reminders);
  return {
    taskId: objectionTaskId(read.caseId, departmentId),
    departmentId,
    ...deadline,
    ...waitFor(nextWake(deadline), now),
  };
}

export const handler = task(PlanObjection, planObjection);
