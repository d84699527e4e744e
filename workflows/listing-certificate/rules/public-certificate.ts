import type { Certificate, CertificateFacts } from '../certificate.ts';
import type { PublicCertificate } from '../public-certificate.ts';
import type { ReportForm } from '../report-form.ts';
import { maskedName, maskedUscc } from './masking.ts';

/** What the public may see of a published certificate: all that can be compared with the paper, or only a masked summary. */
export function publicCertificate(
  certificate: Certificate,
  form: ReportForm,
  { codeGiven }: { codeGiven: boolean },
): PublicCertificate {
  const { facts, status } = certificate;
  const { name, uscc } = facts.applicant;
  return {
    number: facts.number,
    status,
    issuer: form.issuer,
    title: form.title,
    issuedAt: facts.issuedAt,
    period: facts.period,
    fields: facts.fields.map((field) => field.name),
    applicant: codeGiven ? { name, uscc } : { name: maskedName(name), uscc: maskedUscc(uscc) },
    masked: !codeGiven,
    ...(codeGiven ? whatThePaperSays(certificate) : {}),
  };
}

function whatThePaperSays({ facts, pdf, credentialSha256 }: Certificate): Partial<PublicCertificate> {
  return {
    purpose: facts.purpose,
    entities: facts.entities.map(({ name, uscc, relation }) => ({
      name,
      uscc,
      relation,
      verdicts: facts.fields.map((field) => verdictOf(facts, uscc, field.id)),
    })),
    ...(pdf ? { pdfSha256: pdf.sha256 } : {}),
    ...(credentialSha256 ? { credentialSha256 } : {}),
  };
}

function verdictOf({ matrix, number }: CertificateFacts, uscc: string, fieldId: string) {
  const cell = matrix.find((candidate) => candidate.uscc === uscc && candidate.fieldId === fieldId);
  if (!cell) throw new Error(`Certificate ${number} has no finding on ${uscc} in the field ${fieldId}`);
  return cell.verdict;
}
