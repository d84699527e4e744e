import type { FundingDetail, PatentRow } from '../../workflows/patent-funding/contract.ts';
import type { Programme } from '../../workflows/patent-funding/programme.ts';
import { failedRule } from '../../workflows/patent-funding/rules/failed-rule.ts';
import { grantOf } from '../../workflows/patent-funding/rules/grant.ts';
import { hasPassed } from '../../workflows/patent-funding/rules/patent-row.ts';
import { withinEnterpriseCap } from '../../workflows/patent-funding/rules/within-enterprise-cap.ts';
import { ClaimPatents } from '../../workflows/patent-funding/steps.ts';
import type { Case } from '../../workflows/shared/case.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { maskedName } from '../../workflows/shared/masking.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { CaseChange, Deed } from '../shared/store/case-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { claimEach, releaseEach } from './claims/each-patent.ts';
import { askedOf } from './money/planned-task.ts';
import { plannedReview } from './review/planned-review.ts';
import { leftFor } from './store/enterprise-year-store.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Next = { caseId: string; next: 'review'; question: AskedQuestion } | { caseId: string; next: 'end' };

/**
 * Claims the good patents, each once for ever, computes what is granted within the enterprise's cap of the year, and puts the case to
 * the review in its lane; or ends it where no patent is left. A second run, or a resumed case, finds the same question.
 */
export async function claimPatents(
  { caseId }: { readonly caseId: string },
  services: FundingServices,
): Promise<Next> {
  const { review } = await untilFresh(() => claimOnce(caseId, services));
  const rows = await services.applications.read(caseId);
  await releaseEach(
    rows.filter((row) => !hasPassed(row)),
    caseId,
    services,
  );
  if (review === undefined) return { caseId, next: 'end' };
  return { caseId, next: 'review', question: askedOf(review, services.now()) };
}

async function claimOnce(caseId: string, services: FundingServices): Promise<FundingDetail> {
  const funding = await readFundingUnderWay(caseId, services);
  const { case: read, detail } = funding;
  if (detail.review !== undefined || detail.outcome !== undefined) return detail;
  const { programmeId, programmeVersion, budgetYear: year, applicant } = detail;
  const programme = await services.programmes.version(programmeId, programmeVersion);
  const claimed = await claimGood(read, programme, services);
  const used = await services.enterpriseYears.read({ uscc: applicant.uscc, programmeId, year });
  const left = leftFor(used, caseId, programme.enterpriseYearCapFen);
  const rows = withinEnterpriseCap(claimed, left, programme);
  const grant = grantOf(rows);
  const what =
    grant.patents.length === 0 ? notAccepted() : await toReview(funding, rows, programme, services);
  const { kind, status, ...more } = what;
  const next = {
    ...detail,
    ...more,
    ...(kind === 'review-planned' && { grant, amountFen: grant.amountFen }),
  };
  const deed: Deed = {
    kind,
    at: localInstant(services.now()),
    actor: { by: 'platform', step: 'ClaimPatents' },
    details: { patents: grant.patents.length, amountFen: grant.amountFen, ...planOf(next) },
  };
  await services.commit([
    ...services.cases.change(read, { ...statusOf(read, status), detail: next }, deed),
    ...services.applications.put(caseId, rows),
    services.enterpriseYears.use(used, caseId, grant.amountFen),
  ]);
  return next;
}

/** Good patents that another case has fail the rule that each is funded once; its applicant is told masked. */
async function claimGood(
  { caseId, caseNumber, applicant }: Case,
  programme: Programme,
  services: FundingServices,
): Promise<PatentRow[]> {
  const rows = await services.applications.read(caseId);
  const claimedAt = localInstant(services.now());
  const mine = { caseId, caseNumber, applicantName: applicant.name, claimedAt };
  const others = await claimEach(rows.filter(hasPassed), mine, services);
  return rows.map((row) => {
    const other = others.get(row.number);
    if (other === undefined) return row;
    const holder = `${maskedName(other.applicantName)}, ${other.claimedAt.slice(0, 10)}`;
    return { ...row, failed: [failedRule('not-funded-before', programme, holder)] };
  });
}

type What = Pick<FundingDetail, 'lane' | 'review' | 'outcome'> &
  Pick<CaseChange, 'status'> & { readonly kind: 'review-planned' | 'application-not-accepted' };

function notAccepted(): What {
  const reason = {
    zh: '没有符合条件的专利，逐件原因见专利清单',
    en: 'No patent passed; the reasons are with each',
  };
  return { kind: 'application-not-accepted', outcome: { end: 'not-accepted', reasons: [reason] } };
}

async function toReview(
  funding: FundingCase,
  rows: readonly PatentRow[],
  programme: Programme,
  services: FundingServices,
): Promise<What> {
  const granted = rows.filter(({ amountFen }) => amountFen !== undefined);
  const planned = await plannedReview(funding, granted, programme, services);
  return { kind: 'review-planned', status: 'IN_REVIEW', ...planned };
}

/** A case resumed before it was planned is IN_REVIEW already. */
function statusOf(read: Case, status: CaseChange['status']): Pick<CaseChange, 'status'> {
  return status === undefined || read.status === status ? {} : { status };
}

function planOf({ lane, review }: FundingDetail): Deed['details'] {
  if (lane === undefined || review === undefined) return {};
  const { taskId, dueAt, dueProvisional } = review;
  return { lane: lane.lane, questions: [{ taskId, dueAt, dueProvisional }] };
}

export const handler = task(ClaimPatents, claimPatents, fundingServices);
