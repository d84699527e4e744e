import type { Certificate } from '../../workflows/listing-certificate/certificate.ts';
import type {
  ObjectionDetail,
  ObjectionSubmission,
} from '../../workflows/listing-certificate/objection/contract.ts';
import { RaiseObjection } from '../../workflows/listing-certificate/objection/routes.ts';
import { judgeObjection } from '../../workflows/listing-certificate/objection/rules/objection-faults.ts';
import { objected } from '../../workflows/listing-certificate/rules/certificate-standing.ts';
import { rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
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
import { disputedReport, refuseDisputed } from './objection/disputed-report.ts';
import { objectionDetail } from './objection/objection-detail.ts';
import { readListingCase } from './store/listing-case.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { objectionRulesOn } from './store/objection-rules.ts';
import { type ObjectionServices, objectionServices } from './store/objection-services.ts';
import { takeFiles } from './submission/case-files.ts';
import { judgeAttachments } from './submission/judge-attachments.ts';

const WORKFLOW = 'listing-objection';
type Contract = typeof RaiseObjection;
type Input = RouteInput<Contract>;

/**
 * Opens an objection, or refuses it with everything that is wrong. In one transaction: the objection as a case of its own, the
 * link in the case it disputes, and the report under objection for everybody to see; the machine starts after it.
 * @throws RefusedError 422 faults; 409 where the report is superseded or revoked, the time is over, or a cell is disputed already
 */
export async function raiseObjection(
  input: Input,
  services: ObjectionServices,
): Promise<RouteReply<Contract>> {
  const { body, idempotency, case: found } = input;
  const todayOn = localDateOf(services.now());
  const rules = objectionRulesOn(todayOn);
  const report = await disputedReport(found.caseId, body, rules, services);
  const { limits } = rulesOn(listingRuleVersions(), todayOn);
  const judged = judgeObjection(body, { facts: report.facts, rules, limits });
  const uploaded = await judgeAttachments(body, input.actor, limits, services);
  if (!judged.ok || uploaded.faults.length > 0) {
    throw refusedForFaults([...(judged.ok ? [] : judged.faults), ...uploaded.faults]);
  }

  const caseId = caseIdOf('lo', idempotency, todayOn);
  refuseDisputed(report, judged.value.cells, caseId);
  const sent = { inline: judged.value.attachments, uploaded: uploaded.rows };
  const { stored: attachments, writes: files } = await takeFiles(caseId, sent, input.actor, services);
  const { detail: application } = await readListingCase(found.caseId, services);
  const { contact } = application;
  const detail = objectionDetail(judged.value, report.facts, { contact, attachments, rules });
  const reply = await untilFresh(() =>
    store({ input, caseId, judged: judged.value, detail, files }, services),
  );
  await beginExecution({ caseId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

interface Raised {
  readonly input: Input;
  readonly caseId: string;
  readonly judged: ObjectionSubmission;
  readonly detail: ObjectionDetail;
  /** Writes that make the attachments the case's. */
  readonly files: readonly GuardedWrite[];
}

async function store(raised: Raised, services: ObjectionServices): Promise<RouteReply<Contract>> {
  const { input, caseId, judged, detail, files } = raised;
  const { actor, idempotency, case: reached } = input;
  const { cases, certificates, outbox, commit, now } = services;
  const rules = objectionRulesOn(localDateOf(now()));
  const [disputed, read] = await Promise.all([
    readListingCase(reached.caseId, services),
    disputedReport(reached.caseId, judged, rules, services),
  ]);
  refuseDisputed(read, judged.cells, caseId);
  const at = localInstant(now());
  const { applicant } = disputed.case;
  const opening = { caseId, workflow: WORKFLOW, prefix: 'LO', applicant, actor, at, detail } as const;
  const details = { ...detail.disputed, cells: placesOf(detail) };
  const { summary, writes } = await newCase({ ...opening, details }, services);
  const reply: RouteReply<Contract> = {
    body: summary,
    location: `/v1/cases/${caseId}`,
  };
  const link = { caseId, caseNumber: summary.caseNumber };
  const { objections = [] } = disputed.detail;
  await commit([
    services.idempotency.remember(idempotency, reply, now()),
    ...writes,
    ...files,
    ...cases.change(
      disputed.case,
      { detail: { ...disputed.detail, objections: [...objections, link] } },
      {
        kind: 'objection-raised',
        at,
        actor: personOf(actor),
        details: { number: judged.number, objection: link, cells: placesOf(detail) },
      },
    ),
    ...(await certificates.changeStandings([{ read, next: standingUnder(read, summary, detail) }])),
    ...outbox.notify('case-accepted', summary, at, {}),
  ]);
  return reply;
}

function standingUnder(
  { standing }: Certificate,
  { caseId, caseNumber }: Pick<CaseSummary, 'caseId' | 'caseNumber'>,
  detail: ObjectionDetail,
) {
  return objected(standing, { caseId, caseNumber, cells: placesOf(detail) });
}

const placesOf = ({ cells }: ObjectionDetail) => cells.map(({ uscc, fieldId }) => ({ uscc, fieldId }));

export const handler = route(RaiseObjection, raiseObjection, objectionServices);
