import * as z from 'zod';
import { routeContract } from '../shared/route-contract.ts';
import { PublicCertificate } from './public-certificate.ts';

const CertificateNumber = z.string().min(1).max(100);
const Code = z.string().min(1).max(100).meta({ description: 'Verification code printed on the report' });
const Html = z.string();

/** Without a code: masked. With a wrong one: 404, as for a number that does not exist. */
export const ShowCertificate = routeContract({
  operationId: 'showCertificate',
  method: 'GET',
  path: '/v1/certificates/{number}',
  summary: { zh: '公开核验证明', en: 'Verify a certificate, open to everybody' },
  access: { who: 'public' },
  params: z.object({ number: CertificateNumber }),
  query: z.object({ code: Code.optional() }),
  reply: PublicCertificate,
  status: 200,
});

export const ShowVerificationPage = routeContract({
  operationId: 'showVerificationPage',
  method: 'GET',
  path: '/verify/{number}',
  summary: { zh: '核验页面（二维码指向此处）', en: 'The page the QR code leads to' },
  access: { who: 'public' },
  params: z.object({ number: CertificateNumber }),
  query: z.object({ code: Code.or(z.literal('')).optional() }),
  reply: Html,
  mediaType: 'text/html; charset=utf-8',
  status: 200,
});

/** Answers the form's own submission too: `?number=...&code=...`. */
export const ShowVerificationForm = routeContract({
  operationId: 'showVerificationForm',
  method: 'GET',
  path: '/verify',
  summary: { zh: '按编号核验的页面', en: 'Page to verify by number and code' },
  access: { who: 'public' },
  query: z.object({
    number: CertificateNumber.or(z.literal('')).optional(),
    code: Code.or(z.literal('')).optional(),
  }),
  reply: Html,
  mediaType: 'text/html; charset=utf-8',
  status: 200,
});

/** Lists that exist: `revocation-2026-1`, `message-2026-1`. */
export const ShowStatusList = routeContract({
  operationId: 'showStatusList',
  method: 'GET',
  path: '/v1/status-lists/{id}',
  summary: {
    zh: '证明状态列表（W3C 位串状态列表凭证）',
    en: 'Present status of certificates: a signed W3C Bitstring Status List (JWT)',
  },
  access: { who: 'public' },
  params: z.object({ id: z.string().min(1).max(40) }),
  reply: z.string(),
  mediaType: 'application/vc+jwt',
  status: 200,
});

/** Of a case whose report was corrected: an earlier one instead of the present one. */
const WhichReport = z.object({ number: CertificateNumber.optional() });
const ByCase = z.object({ caseId: z.string().min(1).max(100) });
const WhoMaySeeTheCase = { who: ['enterprise', 'department', 'office'], object: 'case' } as const;

export const ReadCertificate = routeContract({
  operationId: 'readCertificate',
  method: 'GET',
  path: '/v1/cases/{caseId}/certificate',
  summary: {
    zh: '下载证明的可验证凭证',
    en: 'The certificate as signed W3C Verifiable Credential 2.0 (JWT)',
  },
  access: WhoMaySeeTheCase,
  params: ByCase,
  query: WhichReport,
  reply: z.string(),
  mediaType: 'application/vc+jwt',
  status: 200,
});

export const ReadReport = routeContract({
  operationId: 'readReport',
  method: 'GET',
  path: '/v1/cases/{caseId}/report.pdf',
  summary: { zh: '下载报告（PDF）', en: 'The report as PDF' },
  access: WhoMaySeeTheCase,
  params: ByCase,
  query: WhichReport,
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/pdf',
  status: 200,
});
