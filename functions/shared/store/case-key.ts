import { createHash } from 'node:crypto';
import type { CountedFor } from '../../../workflows/shared/statistics/counted.ts';

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
  /** Statistics of a month: of a procedure, or of a department in it; a share in each of {@link STATISTICS_SHARDS} partitions. */
  statistics: (month: string, shard: number, { workflow, departmentId }: CountedFor): Key => ({
    pk: `statistics#${month}#${shard}`,
    sk:
      departmentId === undefined ? `procedure#${workflow}` : `${departmentsPrefix(departmentId)}${workflow}`,
  }),
  calendar: (year: number): Key => ({ pk: CALENDARS, sk: String(year) }),
  counter: (name: string): Key => ({ pk: `counter#${name}`, sk: 'counter' }),
  claim: (what: string): Key => ({ pk: `claim#${what}`, sk: 'claim' }),
  idempotency: (organisationId: string, key: string): Key => ({
    pk: `idempotency#${organisationId}#${key}`,
    sk: 'marker',
  }),
} as const;

/**
 * All answers of a busy department would meet in one item, and transactions that meet in an item hinder each other: the cases
 * are spread over so many, and who reads sums them.
 */
export const STATISTICS_SHARDS = 8;

export function statisticsShardOf(caseId: string): number {
  return createHash('sha256').update(caseId).digest().readUInt8(0) % STATISTICS_SHARDS;
}

/** Sort keys of a department's statistics in all procedures begin so. */
export const departmentsPrefix = (departmentId: string) => `department#${departmentId}#`;

/** Whose statistics lie under a sort key. */
export function countedFor(sk: string): CountedFor {
  const [kind, first = '', second = ''] = sk.split('#');
  return kind === 'procedure' ? { workflow: first } : { departmentId: first, workflow: second };
}

export const AUDIT_PREFIX = 'audit#';
/** The daily anchors of the audit, by day. */
export const AUDIT_ANCHORS = 'audit-anchor';
/** Official calendars that the office loaded, by year. */
export const CALENDARS = 'calendar';
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
