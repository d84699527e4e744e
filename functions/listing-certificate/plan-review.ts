import type { PlannedQuestion } from '../../workflows/listing-certificate/contract.ts';
import {
  type RecordPlan,
  recordPlan,
} from '../../workflows/listing-certificate/register/rules/record-answers.ts';
import { rulesOfCase } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { promised, reviewPlan } from '../../workflows/listing-certificate/rules/review-plan.ts';
import { PlanReview } from '../../workflows/listing-certificate/steps.ts';
import type { CaseStatus } from '../../workflows/shared/case.ts';
import { nextWake, waitFor } from '../../workflows/shared/deadline/milestone.ts';
import { type Deadline, deadlineOf } from '../../workflows/shared/deadline/task-clock.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localDateOf, localInstant, type OfficialCalendar } from '../../workflows/shared/working-days.ts';
import { deskRules } from '../shared/store/desk-rules.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { plannedEvent } from './register/planned-event.ts';
import { type ListingCase, readCaseUnderWay } from './store/listing-case.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type PlanServices = Pick<ServicesWithRegisters, 'calendars' | 'cases' | 'registers' | 'commit' | 'now'>;

/**
 * Decides once what the registers answer, whom the case asks about the rest and until when, and puts it IN_REVIEW. A second run,
 * or a resumed case, finds the same plan; only the seconds that are left become fewer.
 */
export async function planReview(
  { caseId }: { readonly caseId: string },
  services: PlanServices,
): Promise<{ caseId: string; questions: AskedQuestion[] }> {
  const plan = await untilFresh(() => planOnce(caseId, services));
  return { caseId, questions: plan.map((question) => askedNow(question, services.now())) };
}

async function planOnce(caseId: string, services: PlanServices): Promise<PlannedQuestion[]> {
  const { cases, commit, now } = services;
  const listing = await readCaseUnderWay(caseId, services);
  const { case: read, detail } = listing;
  if (read.status === 'IN_REVIEW' && detail.plan !== undefined) return detail.plan;
  const at = localInstant(now());
  const { questions, byRecord, writes } = await planOf(listing, at, services);
  // A case resumed before it had a plan is IN_REVIEW already.
  const status: { status?: CaseStatus } = read.status === 'IN_REVIEW' ? {} : { status: 'IN_REVIEW' };
  await commit([
    ...cases.change(
      read,
      { ...status, detail: { ...detail, plan: questions, byRecord } },
      { at, actor: { by: 'platform', step: 'PlanReview' }, ...plannedEvent(questions, byRecord) },
    ),
    ...writes,
  ]);
  return questions;
}

interface Plan extends Pick<RecordPlan, 'questions' | 'byRecord'> {
  readonly writes: readonly GuardedWrite[];
}

/**
 * What goes with the plan: what each officer is shown, and that the registers read are still in force. A register replaced
 * meanwhile is swept, so that what was read of it may have been half of it.
 */
async function planOf(
  { case: { caseId }, detail }: ListingCase,
  answeredAt: string,
  { calendars, cases, registers }: PlanServices,
): Promise<Plan> {
  const { catalogue, ruleSet } = rulesOfCase(listingRuleVersions(), detail.madeUnder);
  const { entities, fields, period } = detail;
  const dueDate = deadlinesFrom(localDateOf(new Date(answeredAt)), await calendars.read());
  const asked = reviewPlan({ caseId, entities, fields, catalogue, dueDate });
  const read = await Promise.all(
    asked.map(({ departmentId, usccs }) => registers.readFor(departmentId, usccs)),
  );
  const inForce = read.filter((register) => register !== undefined);
  const { found, ...plan } = recordPlan({
    questions: asked,
    registers: inForce,
    period,
    ruleSet,
    answeredAt,
  });
  const writes = [
    ...inForce.map(({ head }) => registers.unchanged(head)),
    ...[...found].map(([taskId, records]) => cases.enclose(caseId, taskId, records)),
  ];
  // What is left of a question may be promised sooner.
  const questions = plan.questions.map((question) => promised(question, { catalogue, dueDate }));
  return { ...plan, questions, writes };
}

/** Promised working days, counted from the day after; due at the end of that day. */
function deadlinesFrom(
  fromOn: string,
  calendar: OfficialCalendar,
): (promisedWorkingDays: number) => Deadline {
  const { reminders } = deskRules(fromOn);
  return (workingDays) => deadlineOf(calendar, { fromOn, workingDays, pauses: [] }, reminders);
}

function askedNow(question: PlannedQuestion, now: Date): AskedQuestion {
  const { taskId, departmentId, dueAt, dueProvisional, clock } = question;
  const deadline = { dueAt, dueProvisional, clock };
  return { taskId, departmentId, ...deadline, ...waitFor(nextWake(deadline), now) };
}

export const handler = task(PlanReview, planReview, servicesWithRegisters);
