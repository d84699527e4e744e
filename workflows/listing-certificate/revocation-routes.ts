import * as z from 'zod';
import { routeContract } from '../shared/route-contract.ts';
import { CertificateStanding } from './certificate-standing.ts';

/** How a certificate stands after what was done to it. */
export const CertificateState = CertificateStanding.pick({
  status: true,
  supersededBy: true,
  revocation: true,
}).extend({ number: z.string() });
export type CertificateState = z.infer<typeof CertificateState>;

/** The number is told so that a report which took the place of the one that was read is not revoked by mistake. */
export const RevokeCertificate = routeContract({
  operationId: 'revokeCertificate',
  method: 'POST',
  path: '/v1/cases/{caseId}/revocation',
  summary: { zh: '撤销已出具的报告', en: 'Revoke an issued certificate' },
  access: { who: ['office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  body: z.strictObject({
    number: z.string().min(1).max(100),
    reason: z.string().trim().min(1).max(2000),
    legalBasis: z.string().trim().min(1).max(500),
  }),
  reply: CertificateState,
  status: 200,
  idempotencyKey: true,
});
