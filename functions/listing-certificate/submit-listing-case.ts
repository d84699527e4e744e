import type { ListingRules } from '../../workflows/listing-certificate/catalogue.ts';
import type {
  ListingDetail,
  ListingSubmission,
  StoredAttachment,
} from '../../workflows/listing-certificate/contract.ts';
import { SubmitListingCase } from '../../workflows/listing-certificate/routes.ts';
import { dailyPurpose } from '../../workflows/listing-certificate/rules/daily-purpose.ts';
import { madeUnder, rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { isWithinArea } from '../../workflows/listing-certificate/rules/jurisdiction.ts';
import { judgeSubmission } from '../../workflows/listing-certificate/rules/submission-faults.ts';
import type { Actor } from '../../workflows/shared/actor.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { caseIdOf } from '../shared/case-id.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { IdempotentRequest } from '../shared/store/idempotency-store.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { type SubmissionServices, submissionServices } from './store/submission-services.ts';
import { takeFiles } from './submission/case-files.ts';
import { judgeAttachments } from './submission/judge-attachments.ts';
import { refuseSecondOfTheDay, samePurposeToday } from './submission/same-purpose.ts';
import { submittedDetails } from './submission/submitted-details.ts';

const WORKFLOW = 'listing-certificate';
type Reply = RouteReply<typeof SubmitListingCase>;

/**
 * Accepts an application, or refuses it with everything that is wrong. The case, its first audit entry, the answer to this
 * Idempotency-Key, the case number and the claim on this purpose today are one transaction; the machine starts after it.
 * @throws RefusedError 422 faults; 409 where the enterprise has a case of this purpose today
 */
export async function submitListingCase(
  { actor, body, idempotency }: RouteInput<typeof SubmitListingCase>,
  services: SubmissionServices,
): Promise<Reply> {
  const now = services.now();
  const todayOn = localDateOf(now);
  const rules = rulesOn(listingRuleVersions(), todayOn);
  const caller = { uscc: actor.organisationId, name: actor.organisationName };
  const judged = judgeSubmission(body, { caller, todayOn, rules });
  const uploaded = await judgeAttachments(body, actor, rules.limits, services);
  if (!judged.ok || uploaded.faults.length > 0) {
    throw refusedForFaults([...(judged.ok ? [] : judged.faults), ...uploaded.faults]);
  }

  const caseId = caseIdOf('lc', idempotency, todayOn);
  const claim = `${WORKFLOW}#${dailyPurpose(caller.uscc, judged.value.purpose, todayOn)}`;
  await refuseSecondOfTheDay(claim, caseId, services);
  const sent = { inline: judged.value.attachments, uploaded: uploaded.rows };
  const { stored, writes: files } = await takeFiles(caseId, sent, actor, services);
  const detail = detailOf(judged.value, stored, rules);
  const reply = await untilFresh(() =>
    writeCase({ actor, caseId, claim, detail, files, idempotency, now }, services),
  );
  await beginExecution({ caseId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

function detailOf(
  { attachmentIds: _, ...submission }: ListingSubmission,
  attachments: StoredAttachment[],
  rules: ListingRules,
): ListingDetail {
  return {
    ...submission,
    entities: submission.entities.map((entity) => ({
      ...entity,
      withinArea: isWithinArea(entity.uscc, rules.area),
    })),
    attachments,
    madeUnder: madeUnder(rules),
  };
}

interface NewListingCase {
  readonly actor: Actor;
  readonly caseId: string;
  readonly claim: string;
  readonly detail: ListingDetail;
  /** Writes that make the attachments the case's. */
  readonly files: readonly GuardedWrite[];
  readonly idempotency: IdempotentRequest;
  readonly now: Date;
}

async function writeCase(made: NewListingCase, services: SubmissionServices): Promise<Reply> {
  const { actor, caseId, claim, detail, files, idempotency, now } = made;
  const { cases, claims, commit, numbers } = services;
  const { roles: _, ...person } = actor;
  const year = localDateOf(now).slice(0, 4);
  const number = await numbers.next(`case#${WORKFLOW}#${year}`);
  const summary = {
    caseId,
    caseNumber: `LC-${year}-${String(number.value).padStart(6, '0')}`,
    workflow: WORKFLOW,
    applicant: detail.applicant,
    submittedAt: localInstant(now),
  };
  const entitiesOutsideTheArea = detail.entities
    .filter((entity) => !entity.withinArea)
    .map((entity) => entity.uscc);
  const reply: Reply = {
    body: { ...summary, status: 'SUBMITTED', entitiesOutsideTheArea },
    location: `/v1/cases/${caseId}`,
  };
  const submittedBy = { personId: actor.personId, personName: actor.personName };
  await commit([
    services.idempotency.remember(idempotency, reply, now),
    claims.claim(claim, caseId, () => samePurposeToday()),
    number.take,
    ...files,
    ...cases.create({ ...summary, submittedBy }, detail, {
      kind: 'case-submitted',
      at: summary.submittedAt,
      actor: { by: 'person', ...person },
      details: submittedDetails(detail),
    }),
    ...services.outbox.notify('case-accepted', summary, summary.submittedAt, {}),
  ]);
  return reply;
}

export const handler = route(SubmitListingCase, submitListingCase, submissionServices);
