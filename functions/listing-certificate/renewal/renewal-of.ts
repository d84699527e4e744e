import type { Certificate } from '../../../workflows/listing-certificate/certificate.ts';
import type { Renewal } from '../../../workflows/listing-certificate/renewal/routes.ts';
import { renewedPeriod } from '../../../workflows/listing-certificate/renewal/rules/renewed-period.ts';
import { rulesOn } from '../../../workflows/listing-certificate/rules/effective-rules.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';
import { certificateOfCase } from '../store/certificate-of-case.ts';
import type { CertificateStore } from '../store/certificate-store.ts';
import { listingRuleVersions } from '../store/listing-rules.ts';

/**
 * What a renewal of this case would ask for today, from the report it shows.
 * @throws RefusedError 404 while there is none; 409 where it is revoked, or reaches today already
 */
export async function renewalOf(
  caseId: string,
  { certificates, now }: Pick<Services, 'now'> & { readonly certificates: CertificateStore },
): Promise<Renewal> {
  const { facts, standing } = await certificateOfCase(certificates, caseId);
  if (standing.status === 'revoked') throw revokedReport(facts);
  const todayOn = localDateOf(now());
  const { maximumPeriodYears } = rulesOn(listingRuleVersions(), todayOn).limits;
  const renewed = renewedPeriod(facts.period, todayOn, maximumPeriodYears);
  if (renewed === undefined) throw nothingToRenew(facts);
  const renews = { caseId, caseNumber: facts.caseNumber, number: facts.number };
  return { renews, previousPeriod: facts.period, ...renewed, maximumPeriodYears };
}

function revokedReport({ number }: Certificate['facts']): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'certificate-state',
    zh: '该报告已撤销，不能续期，请重新申请',
    en: 'The certificate is revoked and cannot be renewed; apply anew',
    present: { number, status: 'revoked' },
  });
}

function nothingToRenew({ number, period }: Certificate['facts']): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'nothing-to-renew',
    zh: `该报告的核查期间已至${period.toOn}，今天无需续期`,
    en: `The period of the certificate reaches ${period.toOn}: there is nothing to add today`,
    present: { number, period },
  });
}
