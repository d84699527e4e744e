import type { DepartmentAnswer as Answer } from '../../workflows/listing-certificate/contract.ts';
import { DepartmentAnswer } from '../../workflows/listing-certificate/contract.ts';
import { certificateFacts } from '../../workflows/listing-certificate/rules/certificate-facts.ts';
import type { DecidedAnswer } from '../../workflows/listing-certificate/rules/certificate-matrix.ts';
import { rulesOfCase } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { AssignCertificateNumber } from '../../workflows/listing-certificate/steps.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { nextCertificateNumber } from './number/next-certificate-number.ts';
import { readCaseUnderWay } from './store/listing-case.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/**
 * Composes what the report says and gives it its number, once: facts, number and audit entry are one transaction keyed by the
 * case, so that a second run finds the first one's number. Throws where a department has not answered.
 */
export async function assignCertificateNumber(
  { caseId }: { readonly caseId: string },
  services: ServicesWithCertificates,
): Promise<{ caseId: string; number: string }> {
  const number = await untilFresh(
    async () => (await services.certificates.numberOfCase(caseId)) ?? numberCase(caseId, services),
  );
  return { caseId, number };
}

async function numberCase(caseId: string, services: ServicesWithCertificates): Promise<string> {
  const { cases, certificates, commit, desk, numbers } = services;
  const { case: read, detail } = await readCaseUnderWay(caseId, services);
  if (read.status !== 'IN_REVIEW') throw new Error(`Case ${caseId} is ${read.status} and gets no number`);
  const { take, ...numbered } = await nextCertificateNumber(numbers, services.now());
  const tasks = await desk.ofCase(caseId);
  const facts = certificateFacts({
    caseId,
    caseNumber: read.caseNumber,
    detail,
    answers: tasks.flatMap(decidedAnswer),
    closed: tasks.flatMap(({ closedParts = [] }) => closedParts),
    rules: rulesOfCase(listingRuleVersions(), detail.madeUnder),
    ...numbered,
  });
  await commit([
    take,
    ...certificates.putFacts(facts),
    ...cases.change(
      read,
      {},
      {
        kind: 'number-assigned',
        at: numbered.issuedAt,
        actor: { by: 'platform', step: 'AssignCertificateNumber' },
        details: { number: numbered.number },
      },
    ),
  ]);
  return numbered.number;
}

function decidedAnswer({ departmentId, decidedAt, answer }: DeskTask): DecidedAnswer[] {
  if (decidedAt === undefined || answer === undefined) return [];
  const said: Answer = DepartmentAnswer.parse(answer);
  return [{ departmentId, decidedAt, answer: said }];
}

export const handler = task(AssignCertificateNumber, assignCertificateNumber, servicesWithCertificates);
