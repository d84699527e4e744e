import { ExportAudit, VerifyAuditDay, VerifyCaseAudit } from './audit-routes.ts';
import type { FunctionSpec } from './function-spec.ts';

/** The audit over all cases: its daily anchor, its export, its checks. */
export const AUDIT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice: 'audit',
    name: 'anchor-audit-days',
    // BatchGetItem reads where the cases of the day say that their chains end.
    tables: { CaseTable: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] },
    // Half past midnight in Asia/Shanghai: what was begun yesterday is written by then.
    everyDayAtUtc: { hour: 16, minute: 30 },
    timeoutSeconds: 300,
  },
  {
    slice: 'audit',
    name: 'export-audit',
    routes: [ExportAudit],
    tables: { CaseTable: ['Query'] },
    timeoutSeconds: 29,
  },
  {
    slice: 'audit',
    name: 'verify-audit-day',
    routes: [VerifyAuditDay],
    tables: { CaseTable: ['Query', 'GetItem'] },
    timeoutSeconds: 29,
  },
  {
    slice: 'audit',
    name: 'verify-case-audit',
    routes: [VerifyCaseAudit],
    tables: { CaseTable: ['Query', 'GetItem'] },
    timeoutSeconds: 29,
  },
];
