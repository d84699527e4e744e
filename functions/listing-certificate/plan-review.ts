import type { PlannedQuestion } from '../../workflows/listing-certificate/contract.ts';
import type { ListingEvent } from '../../workflows/listing-certificate/events.ts';
import { rulesOfCase } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { type DueDate, reviewPlan } from '../../workflows/listing-certificate/rules/review-plan.ts';
import { PlanReview, type ReviewQuestion } from '../../workflows/listing-certificate/steps.ts';
import type { CaseStatus } from '../../workflows/shared/case.ts';
import { addWorkingDays, endOfDay, localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { publishedCalendar } from '../shared/store/official-calendar.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { type ListingCase, readCaseUnderWay } from './store/listing-case.ts';
import { listingRuleVersions } from './store/listing-rules.ts';

/**
 * Decides once whom the case asks, about what and until when, and puts it IN_REVIEW. A second run, or a resumed case, finds
 * the same plan; only the seconds that are left become fewer.
 */
export async function planReview(
  { caseId }: { readonly caseId: string },
  services: Services,
): Promise<{ caseId: string; questions: ReviewQuestion[] }> {
  const plan = await untilFresh(() => planOnce(caseId, services));
  return { caseId, questions: plan.map((question) => askedNow(question, services.now())) };
}

async function planOnce(caseId: string, services: Services): Promise<PlannedQuestion[]> {
  const listing = await readCaseUnderWay(caseId, services);
  const { case: read, detail } = listing;
  if (read.status === 'IN_REVIEW' && detail.plan !== undefined) return detail.plan;
  const now = services.now();
  const plan = detail.plan ?? planOf(listing, localDateOf(now));
  // A case resumed before it had a plan is IN_REVIEW already.
  const status: { status?: CaseStatus } = read.status === 'IN_REVIEW' ? {} : { status: 'IN_REVIEW' };
  await services.commit(
    services.cases.change(
      read,
      { ...status, detail: { ...detail, plan } },
      {
        kind: 'review-planned',
        at: localInstant(now),
        actor: { by: 'platform', step: 'PlanReview' },
        details: plannedDetails(plan),
      },
    ),
  );
  return plan;
}

function planOf({ case: { caseId }, detail }: ListingCase, todayOn: string): PlannedQuestion[] {
  const { catalogue } = rulesOfCase(listingRuleVersions(), detail.madeUnder);
  const { entities, fields } = detail;
  return reviewPlan({ caseId, entities, fields, catalogue, dueDate: dueDatesFrom(todayOn) });
}

/** Promised working days, counted from the day after; due at the end of that day. */
function dueDatesFrom(todayOn: string): (promisedWorkingDays: number) => DueDate {
  return (promisedWorkingDays) => {
    const { dueOn, provisional } = addWorkingDays(publishedCalendar(), todayOn, promisedWorkingDays);
    return { dueAt: endOfDay(dueOn), dueProvisional: provisional };
  };
}

function plannedDetails(plan: readonly PlannedQuestion[]): ListingEvent<'review-planned'> {
  return {
    questions: plan.map(({ taskId, dueAt, dueProvisional }) => ({ taskId, dueAt, dueProvisional })),
  };
}

/** A due date that has passed (a case resumed late) leaves one second: the task opens and is overdue at once. */
function askedNow(question: PlannedQuestion, now: Date): ReviewQuestion {
  const { taskId, departmentId, dueAt, dueProvisional } = question;
  const secondsLeft = Math.ceil((Date.parse(dueAt) - now.getTime()) / 1000);
  return { taskId, departmentId, dueAt, dueProvisional, timeoutSeconds: Math.max(1, secondsLeft) };
}

export const handler = task(PlanReview, planReview);
