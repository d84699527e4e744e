import { BASE_CONTEXT, languageMap } from '../../shared/verifiable-credential.ts';
import type { CertificateFacts, MatrixCell } from '../certificate.ts';
import type { ReportForm } from '../report-form.ts';
import { credentialStatus } from './credential-status.ts';

/** Our own terms, so that no property of the credential is undefined to a JSON-LD processor (section 5.2). */
const VOCABULARY = { '@vocab': 'urn:liangjiang:listing-certificate:' };

/**
 * The machine-readable certificate: a Verifiable Credential 2.0 with everything the facts say and nothing else. The
 * verification code stays out: it is what a holder proves to have the paper by. The present status is in the lists that
 * `credentialStatus` names, and for people at `id`.
 */
export function credential(facts: CertificateFacts, form: ReportForm, publicBaseUrl: string) {
  return {
    '@context': [BASE_CONTEXT, VOCABULARY],
    id: `${publicBaseUrl}/verify/${encodeURIComponent(facts.number)}`,
    type: ['VerifiableCredential', 'ListingComplianceCertificate'],
    issuer: { id: publicBaseUrl, name: languageMap(form.issuer) },
    name: languageMap(form.title),
    validFrom: facts.issuedAt,
    credentialStatus: credentialStatus(facts.statusPlace, publicBaseUrl),
    credentialSubject: {
      type: 'ListingComplianceReport',
      number: facts.number,
      caseNumber: facts.caseNumber,
      applicant: facts.applicant,
      purpose: facts.purpose,
      period: facts.period,
      ruleSet: facts.ruleSet,
      fields: facts.fields,
      answeredByRecord: facts.byRecord,
      ...(facts.supersedes === undefined ? {} : { supersedes: facts.supersedes }),
      entities: facts.entities.map((entity) => ({
        ...entity,
        findings: facts.matrix.filter((cell) => cell.uscc === entity.uscc).map(finding),
      })),
    },
    termsOfUse: [
      { type: 'PlatformSignature', notice: languageMap(form.signatureNotice) },
      ...form.notices.map((notice) => ({ type: 'Notice', notice: languageMap(notice) })),
    ],
  };
}

function finding({ uscc: _uscc, ...cell }: MatrixCell) {
  return cell;
}
