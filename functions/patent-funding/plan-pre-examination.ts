import type { PlannedReview } from '../../workflows/patent-funding/contract.ts';
import { examinationTaskId } from '../../workflows/patent-funding/pre-examination/desk-procedure.ts';
import { PlanPreExamination } from '../../workflows/patent-funding/pre-examination/steps.ts';
import { nextWake, waitFor } from '../../workflows/shared/deadline/milestone.ts';
import { deadlineOf } from '../../workflows/shared/deadline/task-clock.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { deskRules } from '../shared/store/desk-rules.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { readPreExaminationUnderWay } from './store/pre-examination-case.ts';
import { preExaminationRulesOf } from './store/pre-examination-rules.ts';

/** Puts a filing to the examiner, once; a second run, or a resumed case, finds the same question. */
export async function planPreExamination(
  { caseId }: { readonly caseId: string },
  services: Services,
): Promise<{ caseId: string; question: AskedQuestion }> {
  const planned = await untilFresh(() => planOnce(caseId, services));
  const { promisedWorkingDays: _, ...asked } = planned;
  return { caseId, question: { ...asked, ...waitFor(nextWake(planned), services.now()) } };
}

async function planOnce(caseId: string, services: Services): Promise<PlannedReview> {
  const { cases, calendars, commit, now } = services;
  const { case: read, detail } = await readPreExaminationUnderWay(caseId, services);
  if (detail.examination !== undefined) return detail.examination;
  const { departmentId, promisedWorkingDays } = preExaminationRulesOf(detail.rulesVersion);
  const fromOn = localDateOf(new Date(read.submittedAt));
  const clock = { fromOn, workingDays: promisedWorkingDays, pauses: [] };
  const deadline = deadlineOf(await calendars.read(), clock, deskRules(fromOn).reminders);
  const taskId = examinationTaskId(caseId);
  const examination = { taskId, departmentId, promisedWorkingDays, ...deadline };
  const { dueAt, dueProvisional } = deadline;
  const status = read.status === 'IN_REVIEW' ? {} : ({ status: 'IN_REVIEW' } as const);
  await commit(
    cases.change(
      read,
      { ...status, detail: { ...detail, examination } },
      {
        kind: 'review-planned',
        at: localInstant(now()),
        actor: { by: 'platform', step: 'PlanPreExamination' },
        details: { questions: [{ taskId, dueAt, dueProvisional }] },
      },
    ),
  );
  return examination;
}

export const handler = task(PlanPreExamination, planPreExamination);
