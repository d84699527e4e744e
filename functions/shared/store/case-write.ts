import { EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import { entryOrder } from '../../../workflows/shared/audit/export-line.ts';
import type { AuditActor, AuditEntry, AuditKind } from '../../../workflows/shared/audit-entry.ts';
import { CASE_TRANSITIONS, type Case, type CaseStatus } from '../../../workflows/shared/case.ts';
import type { Pause } from '../../../workflows/shared/deadline/task-clock.ts';
import { isConcluded } from '../../../workflows/shared/statistics/counted.ts';
import { type Stretch, workingDaysTaken } from '../../../workflows/shared/statistics/working-days-taken.ts';
import { localDateOf, type OfficialCalendar } from '../../../workflows/shared/working-days.ts';
import { CaseWithdrawnError, RefusedError } from '../errors.ts';
import { CASE_CONDITION } from './case-condition.ts';
import { CASE_KEY, submittedMonth, submittedOrder } from './case-key.ts';
import { publishedCalendar } from './official-calendar.ts';
import { StaleReadError } from './stale-read.ts';
import { countEntry } from './statistics-write.ts';
import type { GuardedWrite } from './write.ts';

export type NewCase = Omit<Case, 'status' | 'attempt' | 'version' | 'auditHash'>;

/** Who did it, when, and what of it the audit keeps (ids, dates, verdicts). */
export interface Deed {
  readonly kind: AuditKind;
  readonly at: string;
  readonly actor: AuditActor;
  readonly details?: AuditEntry['details'];
}

/** What changes in the case; a deed that changes nothing but the audit leaves it empty. */
export interface CaseChange {
  readonly status?: CaseStatus;
  readonly resultNumber?: string;
  readonly failure?: Case['failure'];
  /** Begins another execution: marks it as pending, see {@link beginExecution}. */
  readonly attempt?: number;
  /** The whole new detail of the procedure. */
  readonly detail?: unknown;
  /** Of a case that is concluded: the days on which it waited for its applicant, which are not counted as its time. */
  readonly pauses?: readonly Pause[];
  /** Of a case that is concluded: what its days are counted by; absent, the years shipped with the platform. */
  readonly calendar?: OfficialCalendar;
}

/** A new case with its detail, the way to it by number, its first audit entry, its pending start and its statistics. Six writes. */
export function createCase(TableName: string, made: NewCase, detail: unknown, deed: Deed): GuardedWrite[] {
  const { caseId, submittedAt } = made;
  const details = { ...deed.details, workflow: made.workflow };
  const entry = nextEntry(EMPTY_CHAIN, entryFacts(caseId, { ...deed, details }));
  const row: Case = { ...made, status: 'SUBMITTED', attempt: 1, version: 1, auditHash: entry.hash };
  const indexed = {
    ...row,
    applicantUscc: made.applicant.uscc,
    submittedMonth: submittedMonth(submittedAt),
    submittedOrder: submittedOrder(submittedAt, caseId),
  };
  return [
    putOnce(TableName, { ...CASE_KEY.case(caseId), ...indexed }),
    putOnce(TableName, { ...CASE_KEY.detail(caseId), detail }),
    putOnce(TableName, { ...CASE_KEY.caseNumber(made.caseNumber), caseId }),
    putEntry(TableName, entry),
    pendingStart(TableName, row),
    ...countEntry(TableName, entry, made.workflow),
  ];
}

/**
 * A change of a case with its audit entry and the statistics it stands in, on condition that nobody changed the case since
 * `read`. A new status stands in the entry, so that the audit alone tells what became of the case. Two to five writes.
 * Wrap read and commit in `untilFresh`. @throws RefusedError 409 where the status may not follow the present one
 */
export function changeCase(TableName: string, read: Case, change: CaseChange, deed: Deed): GuardedWrite[] {
  const { detail, pauses = [], calendar = publishedCalendar(), ...fields } = change;
  if (change.status) refuseTransition(read, change.status);
  const details = { ...deed.details, ...becameOf(read, change.status, calendar, { until: deed.at, pauses }) };
  const facts = entryFacts(read.caseId, { ...deed, details });
  const entry = nextEntry({ sequence: read.version, hash: read.auditHash }, facts);
  const next: Case = { ...read, ...withoutUndefined(fields), version: entry.sequence, auditHash: entry.hash };
  return [
    updateCase(TableName, read, next),
    putEntry(TableName, entry),
    ...(detail === undefined
      ? []
      : [{ write: { Put: { TableName, Item: { ...CASE_KEY.detail(read.caseId), detail } } } }]),
    ...(change.attempt === undefined ? [] : [pendingStart(TableName, next)]),
    ...countEntry(TableName, entry, read.workflow),
  ];
}

/** The new status; of a case that is concluded with the working days it took. */
function becameOf(
  { submittedAt }: Case,
  status: CaseStatus | undefined,
  calendar: OfficialCalendar,
  ended: Pick<Stretch, 'until' | 'pauses'>,
): AuditEntry['details'] {
  if (status === undefined) return {};
  if (!isConcluded(status)) return { status };
  const fromOn = localDateOf(new Date(submittedAt));
  return { status, workingDays: workingDaysTaken(calendar, { fromOn, ...ended }) };
}

/** @see CaseStore.notWithdrawn */
export function checkNotWithdrawn(TableName: string, caseId: string): GuardedWrite {
  return {
    write: {
      ConditionCheck: {
        TableName,
        Key: CASE_KEY.case(caseId),
        ConditionExpression: CASE_CONDITION.notWithdrawn,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':withdrawn': 'WITHDRAWN' satisfies CaseStatus },
      },
    },
    otherwise: () => new CaseWithdrawnError(`case ${caseId} is withdrawn`),
  };
}

/**
 * Lays something before whoever will answer a task: only they and the office read it, and it stays as they saw it. An item of
 * its own, because everyone asked about a case reads its detail. One write.
 */
export function encloseOnce(
  TableName: string,
  caseId: string,
  taskId: string,
  content: unknown,
): GuardedWrite {
  return putOnce(TableName, { ...CASE_KEY.enclosure(caseId, taskId), content });
}

function updateCase(TableName: string, read: Case, next: Case): GuardedWrite {
  const changed = (Object.keys(next) as (keyof Case)[]).filter((name) => next[name] !== read[name]);
  const names = Object.fromEntries(changed.map((name) => [`#${name}`, name]));
  return {
    write: {
      Update: {
        TableName,
        Key: CASE_KEY.case(read.caseId),
        ConditionExpression: CASE_CONDITION.unchanged,
        UpdateExpression: `SET ${changed.map((name) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: { ...names, '#version': 'version' },
        ExpressionAttributeValues: {
          ...Object.fromEntries(changed.map((name) => [`:${name}`, next[name]])),
          ':readVersion': read.version,
        },
      },
    },
    otherwise: () => new StaleReadError(`case ${read.caseId}`),
  };
}

function refuseTransition(read: Case, to: CaseStatus): void {
  if (CASE_TRANSITIONS[read.status].includes(to)) return;
  throw new RefusedError({
    status: 409,
    code: 'case-state',
    zh: `办件目前的状态（${read.status}）不允许此操作`,
    en: `The case is ${read.status}: this cannot be done now`,
    present: { caseId: read.caseId, status: read.status, version: read.version },
  });
}

function pendingStart(TableName: string, { caseId, workflow, attempt }: Case): GuardedWrite {
  return {
    write: { Put: { TableName, Item: { ...CASE_KEY.pendingStart(caseId), caseId, workflow, attempt } } },
  };
}

/** An entry stands in the list of its day, from which the daily anchor and the export are made. */
export function putEntry(TableName: string, entry: AuditEntry): GuardedWrite {
  const auditDay = localDateOf(new Date(entry.at));
  const key = CASE_KEY.audit(entry.caseId, entry.sequence);
  return putOnce(TableName, { ...key, ...entry, auditDay, auditOrder: entryOrder(entry) });
}

function putOnce(TableName: string, Item: Record<string, unknown>): GuardedWrite {
  return { write: { Put: { TableName, Item, ConditionExpression: CASE_CONDITION.absent } } };
}

function entryFacts(caseId: string, { kind, at, actor, details = {} }: Deed) {
  return { caseId, kind, at, actor, details };
}

function withoutUndefined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
