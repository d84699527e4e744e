/** Keys of CaseTable (docs/access-patterns.md). */
interface Key {
  readonly pk: string;
  readonly sk: string;
}

const caseItem = (caseId: string, sk: string): Key => ({ pk: `case#${caseId}`, sk });

export const CASE_KEY = {
  case: (caseId: string) => caseItem(caseId, 'case'),
  detail: (caseId: string) => caseItem(caseId, 'detail'),
  enclosure: (caseId: string, taskId: string) => caseItem(caseId, `enclosure#${taskId}`),
  /** Padded so that the order of keys is the order of entries. */
  audit: (caseId: string, sequence: number) =>
    caseItem(caseId, `${AUDIT_PREFIX}${String(sequence).padStart(6, '0')}`),
  pendingStart: (caseId: string): Key => ({ pk: PENDING_START, sk: caseId }),
  auditAnchor: (day: string): Key => ({ pk: AUDIT_ANCHORS, sk: day }),
  auditHeads: (day: string, part: string): Key => ({ pk: `audit-heads#${day}`, sk: part }),
  /** Leads from a case's number to the case. */
  caseNumber: (caseNumber: string): Key => ({ pk: `case-number#${caseNumber}`, sk: 'case-number' }),
  counter: (name: string): Key => ({ pk: `counter#${name}`, sk: 'counter' }),
  claim: (what: string): Key => ({ pk: `claim#${what}`, sk: 'claim' }),
  idempotency: (organisationId: string, key: string): Key => ({
    pk: `idempotency#${organisationId}#${key}`,
    sk: 'marker',
  }),
} as const;

export const AUDIT_PREFIX = 'audit#';
/** The daily anchors of the audit, by day. */
export const AUDIT_ANCHORS = 'audit-anchor';
/** Cases whose execution is still to be begun. */
export const PENDING_START = 'pending-start';

/** Sort key of both lists of cases: by time, then by id. */
export function submittedOrder(submittedAt: string, caseId: string): string {
  return `${new Date(submittedAt).toISOString()}#${caseId}`;
}

/** The month in Asia/Shanghai, `2026-11`, that the office lists cases by. */
export function submittedMonth(submittedAt: string): string {
  return new Date(Date.parse(submittedAt) + 8 * 3_600_000).toISOString().slice(0, 7);
}
