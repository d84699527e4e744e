import type { ListingDetail } from '../../workflows/listing-certificate/contract.ts';
import { type Renewal, RenewListingCase } from '../../workflows/listing-certificate/renewal/routes.ts';
import { dailyPurpose } from '../../workflows/listing-certificate/rules/daily-purpose.ts';
import { madeUnder, rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { isWithinArea } from '../../workflows/listing-certificate/rules/jurisdiction.ts';
import { judgeSubmission } from '../../workflows/listing-certificate/rules/submission-faults.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { caseIdOf } from '../shared/case-id.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { newCase } from '../shared/new-case.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { renewalOf } from './renewal/renewal-of.ts';
import { readListingCase } from './store/listing-case.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { type ObjectionServices, objectionServices } from './store/objection-services.ts';
import { copyFiles } from './submission/case-files.ts';
import { refuseSecondOfTheDay, samePurposeToday } from './submission/same-purpose.ts';
import { submittedDetails } from './submission/submitted-details.ts';

const WORKFLOW = 'listing-certificate';
type Contract = typeof RenewListingCase;
type Input = RouteInput<Contract>;

/**
 * Brings a report up to today (续期): a new case with the application of the old one, judged by today's rules, and both linked. It is
 * examined as any application is.
 * @throws RefusedError 422 where today's rules refuse the old application; 409 where there is nothing to renew, the report is
 * revoked, or the enterprise has a case of this purpose today
 */
export async function renewListingCase(
  input: Input,
  services: ObjectionServices,
): Promise<RouteReply<Contract>> {
  const { actor, idempotency, case: found } = input;
  const renewal = await renewalOf(found.caseId, services);
  const { detail: previous } = await readListingCase(found.caseId, services);
  const todayOn = localDateOf(services.now());
  const caseId = caseIdOf('lc', idempotency, todayOn);
  const claim = `${WORKFLOW}#${dailyPurpose(actor.organisationId, previous.purpose, todayOn)}`;
  const detail = renewedDetail(previous, renewal, input, todayOn);
  await refuseSecondOfTheDay(claim, caseId, services);
  const files = await copyFiles(found.caseId, caseId, detail.attachments, actor, services);
  const made = { caseId, claim, renewal, detail, files };
  const reply = await untilFresh(() => store(input, made, services));
  await beginExecution({ caseId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

/** The old application with its new period, as today's rules take it. @throws RefusedError 422 with everything they refuse */
function renewedDetail(
  previous: ListingDetail,
  { period, renews }: Renewal,
  { actor }: Input,
  todayOn: string,
): ListingDetail {
  const { applicant, fields, purpose, contact } = previous;
  const entities = previous.entities.map(({ withinArea: _, ...entity }) => entity);
  const application = { applicant, entities, fields, period, purpose, contact };
  const rules = rulesOn(listingRuleVersions(), todayOn);
  const caller = { uscc: actor.organisationId, name: actor.organisationName };
  const judged = judgeSubmission(application, { caller, todayOn, rules });
  if (!judged.ok) throw refusedForFaults(judged.faults);
  return {
    ...application,
    entities: entities.map((entity) => ({ ...entity, withinArea: isWithinArea(entity.uscc, rules.area) })),
    attachments: previous.attachments,
    madeUnder: madeUnder(rules),
    renews,
  };
}

interface Made {
  readonly caseId: string;
  readonly claim: string;
  readonly renewal: Renewal;
  readonly detail: ListingDetail;
  /** Writes that make the copied attachments the case's. */
  readonly files: readonly GuardedWrite[];
}

async function store(
  { actor, idempotency, case: reached }: Input,
  { caseId, claim, renewal, detail, files }: Made,
  services: ObjectionServices,
): Promise<RouteReply<Contract>> {
  const { cases, claims, commit, outbox, now } = services;
  const old = await readListingCase(reached.caseId, services);
  const at = localInstant(now());
  const { applicant } = detail;
  const opening = { caseId, workflow: WORKFLOW, prefix: 'LC', applicant, actor, at, detail } as const;
  const details = { ...submittedDetails(detail), renews: renewal.renews };
  const { summary, writes } = await newCase({ ...opening, details }, services);
  const outside = detail.entities.filter((entity) => !entity.withinArea).map((entity) => entity.uscc);
  const reply: RouteReply<Contract> = {
    body: { ...summary, entitiesOutsideTheArea: outside, ...renewal },
    location: `/v1/cases/${caseId}`,
  };
  const link = { caseId, caseNumber: summary.caseNumber };
  const { renewedBy = [] } = old.detail;
  await commit([
    services.idempotency.remember(idempotency, reply, now()),
    claims.claim(claim, caseId, () => samePurposeToday()),
    ...writes,
    ...files,
    ...cases.change(
      old.case,
      { detail: { ...old.detail, renewedBy: [...renewedBy, link] } },
      { kind: 'case-renewed', at, actor: personOf(actor), details: { renewal: link } },
    ),
    ...outbox.notify('case-accepted', summary, at, {}),
  ]);
  return reply;
}

export const handler = route(RenewListingCase, renewListingCase, objectionServices);
