import type * as z from 'zod';
import type { UpheldCell } from '../../workflows/listing-certificate/objection/contract.ts';
import { correctedFacts } from '../../workflows/listing-certificate/objection/rules/corrected-facts.ts';
import { ComposeCorrection } from '../../workflows/listing-certificate/objection/steps.ts';
import { correctionBegun } from '../../workflows/listing-certificate/rules/certificate-standing.ts';
import { rulesOfCase } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { nextCertificateNumber } from './number/next-certificate-number.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import { readListingCase } from './store/listing-case.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { decisionOf, type ObjectionCase, readObjectionUnderWay } from './store/objection-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

type Next = z.input<typeof ComposeCorrection.output>;

/** Another correction takes seconds, or until the office resumes its case. */
const SHORTEST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 86_400;

/**
 * Composes the corrected report of an objection that was upheld, once, on top of the report its case shows now. While another
 * objection's correction is being made it has to wait: otherwise each would miss what the other corrected.
 */
export async function composeCorrection(
  { caseId }: { readonly caseId: string },
  services: ServicesWithCertificates,
): Promise<Next> {
  return untilFresh(async () => {
    const number = await services.certificates.numberOfCase(caseId);
    if (number !== undefined) return { caseId, next: 'issue', number };
    const objection = await readObjectionUnderWay(caseId, services);
    const { decisions, decidedAt } = await decisionOf(objection, services);
    const upheld = decisions.filter((one) => one.outcome === 'upheld');
    if (upheld.length === 0 || objection.case.status === 'DECIDED') return { caseId, next: 'conclude' };
    return compose(objection, { upheld, decidedAt }, services);
  });
}

async function compose(
  { case: read, detail: { disputed } }: ObjectionCase,
  { upheld, decidedAt }: { readonly upheld: readonly UpheldCell[]; readonly decidedAt: string },
  services: ServicesWithCertificates,
): Promise<Next> {
  const { caseId, caseNumber } = read;
  const { cases, certificates, commit, numbers, now } = services;
  const base = await certificateOfCase(certificates, disputed.caseId);
  if (base.standing.status === 'revoked') return { caseId, next: 'conclude' };
  if (base.standing.correction) return { caseId, next: 'wait', waitSeconds: waitAfter(decidedAt, now()) };
  const { detail } = await readListingCase(disputed.caseId, services);
  const { ruleSet } = rulesOfCase(listingRuleVersions(), detail.madeUnder);
  const { take, ...numbered } = await nextCertificateNumber(numbers, now());
  const { number } = numbered;
  const facts = correctedFacts(base.facts, {
    ...numbered,
    objectionNumber: caseNumber,
    upheld,
    decidedAt,
    ruleSet,
  });
  const actor = { by: 'platform', step: 'ComposeCorrection' } as const;
  const deed = { kind: 'number-assigned', at: numbered.issuedAt, actor, details: { number } } as const;
  await commit([
    take,
    ...certificates.putFacts(facts, caseId),
    ...(await certificates.changeStandings([
      { read: base, next: correctionBegun(base.standing, { number, caseId }) },
    ])),
    ...cases.change(read, {}, deed),
  ]);
  return { caseId, next: 'issue', number };
}

/** A quarter of the time that it has waited: an execution has 25,000 events, and equal short waits use them up in a day. */
function waitAfter(decidedAt: string, now: Date): number {
  const waited = Math.floor((now.getTime() - Date.parse(decidedAt)) / 4000);
  return Math.min(Math.max(waited, SHORTEST_WAIT_SECONDS), LONGEST_WAIT_SECONDS);
}

export const handler = task(ComposeCorrection, composeCorrection, servicesWithCertificates);
