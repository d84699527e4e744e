import type { Case } from '../../../shared/case.ts';
import { BASE_CONTEXT, languageMap } from '../../../shared/verifiable-credential.ts';
import { endOfDay } from '../../../shared/working-days.ts';
import type { PassCertificate, PreExaminationDetail } from '../contract.ts';
import type { PassCertificateForm } from '../pass-certificate-form.ts';

/** Our own terms, so that no property of the credential is undefined to a JSON-LD processor (data model, section 5.2). */
const VOCABULARY = { '@vocab': 'urn:liangjiang:pre-examination:' };

interface Passed {
  readonly case: Pick<Case, 'caseId' | 'caseNumber' | 'applicant'>;
  readonly detail: PreExaminationDetail;
  readonly certificate: Omit<PassCertificate, 'credential'>;
}

/**
 * 预审合格证明 as Verifiable Credential 2.0: which filing of whom passed, by the documents' hashes, and until when it may be made. It is
 * valid until then. What becomes of the filing stands in the case, at `id`, for those who may see it.
 */
export function passCredential(
  { case: { caseId, caseNumber, applicant }, detail, certificate }: Passed,
  form: PassCertificateForm,
  publicBaseUrl: string,
) {
  const { number, issuedAt, fileBy, fileByProvisional } = certificate;
  const { title, kind, industryId, ipc, rulesVersion, attachments } = detail;
  return {
    '@context': [BASE_CONTEXT, VOCABULARY],
    id: `${publicBaseUrl}/v1/cases/${encodeURIComponent(caseId)}/pass-certificate`,
    type: ['VerifiableCredential', 'PreExaminationPassCertificate'],
    issuer: { id: publicBaseUrl, name: languageMap(form.issuer) },
    name: languageMap(form.title),
    validFrom: issuedAt,
    validUntil: endOfDay(fileBy),
    credentialSubject: {
      type: 'PreExaminedFiling',
      number,
      caseNumber,
      applicant,
      title,
      kind,
      industryId,
      ipc,
      documents: attachments.map(({ sha256 }) => ({ sha256 })),
      fileBy,
      fileByProvisional,
      rulesVersion,
    },
    termsOfUse: [
      { type: 'PlatformSignature', notice: languageMap(form.signatureNotice) },
      ...form.notices.map((notice) => ({ type: 'Notice', notice: languageMap(notice) })),
    ],
  };
}
