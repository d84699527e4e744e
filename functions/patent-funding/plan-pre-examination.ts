import type { PlannedTask } from '../../workflows/patent-funding/money/progress.ts';
import { EXAMINATION } from '../../workflows/patent-funding/pre-examination/desk-procedure.ts';
import { PlanPreExamination } from '../../workflows/patent-funding/pre-examination/steps.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { askedOf, plannedTask } from './money/planned-task.ts';
import { readPreExaminationUnderWay } from './store/pre-examination-case.ts';
import { preExaminationRulesOf } from './store/pre-examination-rules.ts';

/** Puts a filing to the examiner, once; a second run, or a resumed case, finds the same question. */
export async function planPreExamination(
  { caseId }: { readonly caseId: string },
  services: Services,
): Promise<{ caseId: string; question: AskedQuestion }> {
  const planned = await untilFresh(() => planOnce(caseId, services));
  return { caseId, question: askedOf(planned, services.now()) };
}

async function planOnce(caseId: string, services: Services): Promise<PlannedTask> {
  const { cases, commit, now } = services;
  const { case: read, detail } = await readPreExaminationUnderWay(caseId, services);
  if (detail.examination !== undefined) return detail.examination;
  const { departmentId, promisedWorkingDays } = preExaminationRulesOf(detail.rulesVersion);
  const fromOn = localDateOf(new Date(read.submittedAt));
  const asked = { caseId, name: EXAMINATION, departmentId, promisedWorkingDays, fromOn };
  const examination = await plannedTask(asked, services);
  const { taskId, dueAt, dueProvisional } = examination;
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
