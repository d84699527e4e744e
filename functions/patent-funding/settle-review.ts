import { grantOf } from '../../workflows/patent-funding/rules/grant.ts';
import { SettleReview } from '../../workflows/patent-funding/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { releaseEach } from './claims/each-patent.ts';
import { reviewResult } from './review/review-result.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Next = { caseId: string; next: 'fund' | 'end' };

/**
 * What came of the review: the grant as approved, without the patents it left out, or the end of the case. What was left out is given
 * back at once, to the enterprise's year and to whoever applies for it next. A second run finds the same.
 */
export async function settleReview(
  { caseId }: { readonly caseId: string },
  services: FundingServices,
): Promise<Next> {
  const end = await untilFresh(() => settleOnce(caseId, services));
  if (end !== 'approved') return { caseId, next: 'end' };
  const rows = await services.applications.read(caseId);
  await releaseEach(
    rows.filter(({ amountFen }) => amountFen === undefined),
    caseId,
    services,
  );
  return { caseId, next: 'fund' };
}

async function settleOnce(caseId: string, services: FundingServices): Promise<string> {
  const funding = await readFundingUnderWay(caseId, services);
  const { outcome } = funding.detail;
  return outcome === undefined ? settle(funding, services) : outcome.end;
}

async function settle({ case: read, detail }: FundingCase, services: FundingServices): Promise<string> {
  const { review, programmeId, budgetYear: year, applicant } = detail;
  const task = review && (await services.desk.read(review.taskId));
  if (task === undefined) throw new Error(`The review of ${read.caseId} was never put`);
  const { outcome, rows } = reviewResult(task, await services.applications.read(read.caseId));
  const grant = grantOf(rows);
  const used = await services.enterpriseYears.read({ uscc: applicant.uscc, programmeId, year });
  const approved = outcome.end === 'approved';
  await services.commit([
    ...services.cases.change(
      read,
      { detail: { ...detail, outcome, ...(approved && { grant, amountFen: grant.amountFen }) } },
      {
        kind: approved ? 'review-approved' : 'review-refused',
        at: localInstant(services.now()),
        actor: { by: 'platform', step: 'SettleReview' },
        details: { end: outcome.end, patents: grant.patents.length, amountFen: grant.amountFen },
      },
    ),
    ...services.applications.put(read.caseId, rows),
    services.enterpriseYears.use(used, read.caseId, grant.amountFen),
  ]);
  return outcome.end;
}

export const handler = task(SettleReview, settleReview, fundingServices);
