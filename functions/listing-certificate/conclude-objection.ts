import type { Certificate } from '../../workflows/listing-certificate/certificate.ts';
import type { ObjectionOutcome } from '../../workflows/listing-certificate/objection/contract.ts';
import { ConcludeObjection } from '../../workflows/listing-certificate/objection/steps.ts';
import {
  inherited,
  objectionEnded,
  superseded,
} from '../../workflows/listing-certificate/rules/certificate-standing.ts';
import type { Pause } from '../../workflows/shared/deadline/task-clock.ts';
import { localInstant, type OfficialCalendar } from '../../workflows/shared/working-days.ts';
import type { Deed } from '../shared/store/case-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import { readListingCase } from './store/listing-case.ts';
import { decisionOf, type ObjectionCase, readObjectionUnderWay } from './store/objection-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/**
 * Ends an objection, for everybody at once: where it was upheld the corrected report is published and takes the place of the
 * first; where not, the first is valid again. A report that was revoked meanwhile stays revoked, and nothing takes its place.
 * A second run changes nothing.
 */
export async function concludeObjection(
  { caseId }: { readonly caseId: string },
  services: ServicesWithCertificates,
): Promise<{ caseId: string; status: 'DECIDED' }> {
  await untilFresh(() => conclude(caseId, services));
  return { caseId, status: 'DECIDED' };
}

async function conclude(caseId: string, services: ServicesWithCertificates): Promise<void> {
  const objection = await readObjectionUnderWay(caseId, services);
  if (objection.case.status === 'DECIDED') return;
  const { decidedAt: _, ...decided } = await decisionOf(objection, services);
  const base = await certificateOfCase(services.certificates, objection.detail.disputed.caseId);
  const number = await services.certificates.numberOfCase(caseId);
  const corrected =
    number === undefined || base.standing.status === 'revoked'
      ? undefined
      : await services.certificates.read(number);
  const outcome = {
    ...decided,
    ...(corrected ? { correctedNumber: corrected.facts.number } : {}),
  };
  const at = localInstant(services.now());
  const pauses = (await services.desk.ofCase(caseId)).flatMap(({ clock }) => clock.pauses);
  const ended = { objection, outcome, base, at, pauses, calendar: await services.calendars.read() };
  await services.commit([
    ...endObjection(ended, services),
    ...(await (corrected ? replaceReport({ ...ended, corrected }, services) : leaveReport(ended, services))),
    ...tellDecided(ended, services),
  ]);
}

interface Ended {
  readonly objection: ObjectionCase;
  readonly outcome: ObjectionOutcome;
  /** The report that the case shows until now. */
  readonly base: Certificate;
  readonly at: string;
  /** Days on which its question waited for the applicant. */
  readonly pauses: readonly Pause[];
  readonly calendar: OfficialCalendar;
}

const ACTOR = { by: 'platform', step: 'ConcludeObjection' } as const;

/** Nobody is told again of what the office closed unanswered: closing it told. */
function tellDecided(
  { objection, outcome, at }: Ended,
  { outbox }: ServicesWithCertificates,
): GuardedWrite[] {
  const { verdict } = outcome;
  if (verdict === 'unanswered') return [];
  const { disputed, departmentId } = objection.detail;
  return outbox.notify('objection-decided', objection.case, at, {
    number: disputed.number,
    departmentId,
    verdict,
  });
}

/** The objection's own case. */
function endObjection(
  { objection, outcome, at, pauses, calendar }: Ended,
  { cases }: ServicesWithCertificates,
): GuardedWrite[] {
  const { correctedNumber: resultNumber } = outcome;
  return cases.change(
    objection.case,
    {
      status: 'DECIDED',
      pauses,
      calendar,
      ...(resultNumber === undefined ? {} : { resultNumber }),
      detail: { ...objection.detail, outcome },
    },
    deedOf({ objection, outcome, at }),
  );
}

function deedOf({ objection, outcome, at }: Pick<Ended, 'objection' | 'outcome' | 'at'>): Deed {
  const { caseId, caseNumber } = objection.case;
  const { verdict, correctedNumber } = outcome;
  return {
    kind: `objection-${verdict}`,
    at,
    actor: ACTOR,
    details: {
      number: objection.detail.disputed.number,
      objection: { caseId, caseNumber },
      decisions: outcome.decisions.map(({ uscc, fieldId, outcome: decided, reason }) => ({
        uscc,
        fieldId,
        outcome: decided,
        reason,
      })),
      unanswered: outcome.unanswered,
      ...(correctedNumber === undefined ? {} : { correctedNumber }),
    },
  };
}

/** No corrected report: the first is what it was before. */
async function leaveReport(ended: Ended, services: ServicesWithCertificates): Promise<GuardedWrite[]> {
  const { base, objection } = ended;
  const { case: disputed } = await readListingCase(objection.detail.disputed.caseId, services);
  const next = objectionEnded(base.standing, objection.case.caseId);
  return [
    ...services.cases.change(disputed, {}, deedOf(ended)),
    ...(await services.certificates.changeStandings([{ read: base, next }])),
  ];
}

/** The corrected report takes the place of the first, and what others dispute goes on against it. */
async function replaceReport(
  { objection, base, corrected, at }: Ended & { readonly corrected: Certificate },
  services: ServicesWithCertificates,
): Promise<GuardedWrite[]> {
  const { cases, certificates, outbox } = services;
  const { caseId, caseNumber } = objection.case;
  const { case: disputed } = await readListingCase(objection.detail.disputed.caseId, services);
  const [from, to] = [base.facts.number, corrected.facts.number];
  const others = base.standing.objections.filter((open) => open.caseId !== caseId);
  const standings = await certificates.changeStandings([
    { read: base, next: superseded(base.standing, to) },
    { read: corrected, next: inherited(corrected.standing, others), publishedAt: at },
  ]);
  const details = {
    number: from,
    supersededBy: to,
    objection: { caseId, caseNumber },
    cells: corrected.facts.supersedes?.cells ?? [],
  };
  return [
    ...cases.change(disputed, { resultNumber: to }, { kind: 'result-superseded', at, actor: ACTOR, details }),
    ...standings,
    certificates.showInstead(disputed.caseId, { from, to }),
    ...outbox.notify('result-superseded', disputed, at, { number: from, supersededBy: to }),
  ];
}

export const handler = task(ConcludeObjection, concludeObjection, servicesWithCertificates);
