import type { Certificate } from '../../../workflows/listing-certificate/certificate.ts';
import type { CertificateStatus } from '../../../workflows/listing-certificate/certificate-standing.ts';
import {
  type CertificateAction,
  mayHappenToCertificate,
} from '../../../workflows/listing-certificate/rules/certificate-standing.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { RefusedError } from '../../shared/errors.ts';

const NOW: Record<CertificateStatus, Bilingual> = {
  valid: { zh: '有效', en: 'valid' },
  'under-objection': { zh: '异议处理中', en: 'under objection' },
  superseded: { zh: '已被更正报告取代', en: 'superseded by a corrected report' },
  revoked: { zh: '已撤销', en: 'revoked' },
};

/** Holds an action against the table of what may happen to a certificate. @throws RefusedError 409 with the present state */
export function refuseUnless(action: CertificateAction, { facts, standing }: Certificate): void {
  const { status, supersededBy } = standing;
  if (mayHappenToCertificate(action, status)) return;
  throw new RefusedError({
    status: 409,
    code: 'certificate-state',
    zh: `该报告目前的状态（${NOW[status].zh}）不允许此操作`,
    en: `The certificate is ${NOW[status].en}: this cannot be done now`,
    present: { number: facts.number, status, ...(supersededBy ? { supersededBy } : {}) },
  });
}
