import * as z from 'zod';
import { AuditAnchor } from './audit/anchor.ts';
import { routeContract } from './route-contract.ts';

/** What an office's check of the audit came to; `misfit` names the first entry that does not fit. */
export const AuditVerification = z.strictObject({
  whole: z.boolean(),
  entries: z.int().nonnegative(),
  cases: z.int().nonnegative(),
  misfit: z
    .strictObject({
      code: z.string(),
      what: z.string(),
      caseId: z.string().optional(),
      sequence: z.int().optional(),
      day: z.string().optional(),
      lineNumber: z.int().optional(),
    })
    .optional(),
  /** The anchor of the day; absent while there is none yet. */
  anchor: AuditAnchor.optional(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;

export const ExportAudit = routeContract({
  operationId: 'exportAudit',
  method: 'GET',
  path: '/v1/audit/export',
  summary: {
    zh: '导出全部审计记录（JSON Lines，分页，下一页见 Link 响应头）',
    en: 'All audit entries and daily anchors from the first day on, as JSON Lines; the Link header leads to the next page',
  },
  access: { who: ['office'] },
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(1000).default(500),
    cursor: z.string().min(1).max(1000).optional(),
  }),
  reply: z.string(),
  mediaType: 'application/jsonl',
  status: 200,
});

export const VerifyAuditDay = routeContract({
  operationId: 'verifyAuditDay',
  method: 'GET',
  path: '/v1/audit/days/{day}/verification',
  summary: { zh: '核验某日的审计记录', en: 'Check the audit entries of a day against its anchor' },
  access: { who: ['office'] },
  params: z.strictObject({ day: z.iso.date() }),
  reply: AuditVerification,
  status: 200,
});

export const VerifyCaseAudit = routeContract({
  operationId: 'verifyCaseAudit',
  method: 'GET',
  path: '/v1/cases/{caseId}/audit-verification',
  summary: { zh: '核验某办件的审计记录', en: 'Check the audit entries of a case' },
  access: { who: ['office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  reply: AuditVerification,
  status: 200,
});
