import { maskedName, maskedUscc } from '../../shared/masking.ts';
import type { Certificate, CertificateFacts } from '../certificate.ts';
import type { PublicCertificate } from '../public-certificate.ts';
import type { ReportForm } from '../report-form.ts';

/** What the public may see of a published certificate: all that can be compared with the paper, or only a masked summary. */
export function publicCertificate(
  certificate: Certificate,
  form: ReportForm,
  { codeGiven }: { codeGiven: boolean },
): PublicCertificate {
  const { facts } = certificate;
  const { name, uscc } = facts.applicant;
  return {
    number: facts.number,
    ...publicStanding(certificate),
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

/** How it stands is for everybody, and the other report's number leads nowhere that a number does not. */
function publicStanding({ facts: { supersedes }, standing }: Certificate) {
  const { status, supersededBy, revocation } = standing;
  return {
    status,
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(supersedes === undefined ? {} : { supersedes: supersedes.number }),
    ...(revocation && {
      revocation: { revokedAt: revocation.revokedAt, legalBasis: revocation.legalBasis },
    }),
  };
}

function whatThePaperSays({
  facts,
  standing: { revocation },
  pdf,
  credentialSha256,
}: Certificate): Partial<PublicCertificate> {
  return {
    ...(revocation ? { revocationReason: revocation.reason } : {}),
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
