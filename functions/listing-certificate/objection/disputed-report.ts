import * as z from 'zod';
import type { Certificate } from '../../../workflows/listing-certificate/certificate.ts';
import type { CellPlace } from '../../../workflows/listing-certificate/certificate-standing.ts';
import { ObjectionSubmission } from '../../../workflows/listing-certificate/objection/contract.ts';
import type { ObjectionRules } from '../../../workflows/listing-certificate/objection/objection-rules.ts';
import { daysAfter, endOfDay, localDateOf } from '../../../workflows/shared/working-days.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';
import { refuseUnless } from '../standing/refuse-unless.ts';
import { certificateOfCase } from '../store/certificate-of-case.ts';
import type { CertificateStore } from '../store/certificate-store.ts';

/**
 * The report that an objection names, of the case it was sent to, if it may be disputed now. A body without a number is judged
 * against the report that the case shows.
 * @throws RefusedError 404, or 409 with the present state
 */
export async function disputedReport(
  caseId: string,
  body: unknown,
  { objectWithinDays }: ObjectionRules,
  { certificates, now }: Pick<Services, 'now'> & { readonly certificates: CertificateStore },
): Promise<Certificate> {
  const { number } = Named.catch({}).parse(body);
  const report = await certificateOfCase(certificates, caseId, number);
  refuseUnless('object', report);
  const until = endOfDay(daysAfter(localDateOf(new Date(report.facts.issuedAt)), objectWithinDays));
  if (now().getTime() > Date.parse(until)) throw tooLate(until);
  return report;
}

const Named = z.object({ number: ObjectionSubmission.shape.number.optional().catch(undefined) });

/** One open objection per cell. @throws RefusedError 409 that names the other one; `caseId` is the objection that asks */
export function refuseDisputed({ standing }: Certificate, cells: readonly CellPlace[], caseId: string): void {
  for (const { uscc, fieldId } of cells) {
    const other = standing.objections.find(
      (open) =>
        open.caseId !== caseId && open.cells.some((cell) => cell.uscc === uscc && cell.fieldId === fieldId),
    );
    if (!other) continue;
    throw disputedAlready({ uscc, fieldId, caseId: other.caseId, caseNumber: other.caseNumber });
  }
}

function tooLate(until: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'objection-too-late',
    zh: `异议期限已过（截至${until.slice(0, 10)}）`,
    en: `The time to object is over (until ${until.slice(0, 10)})`,
    present: { until },
  });
}

function disputedAlready(present: Readonly<Record<string, string>>): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'cell-under-objection',
    zh: '该主体该领域已有一件异议在处理中',
    en: 'This entity and field is under an objection already',
    present,
  });
}
