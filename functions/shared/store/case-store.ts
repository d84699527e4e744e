import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AuditEntry } from '../../../workflows/shared/audit-entry.ts';
import { Case, CaseSummary } from '../../../workflows/shared/case.ts';
import { CASE_CONDITION } from './case-condition.ts';
import { readDetails } from './case-details.ts';
import { AUDIT_PREFIX, CASE_KEY, PENDING_START } from './case-key.ts';
import {
  type CaseChange,
  changeCase,
  checkNotWithdrawn,
  createCase,
  type Deed,
  encloseOnce,
  type NewCase,
} from './case-write.ts';
import {
  decodeCursor,
  encodeCursor,
  type OrderedPageRequest,
  onward,
  type Page,
  type PageRequest,
  unknownCursor,
} from './cursor.ts';
import { unlessChanged } from './unless-changed.ts';
import type { GuardedWrite } from './write.ts';

/** An execution that is still to be begun. */
export const PendingStart = z.object({
  caseId: z.string(),
  workflow: z.string(),
  attempt: z.int().positive(),
});
export type PendingStart = z.infer<typeof PendingStart>;

/** CaseTable: cases, their details and audit entries. Reads by key are strongly consistent; the two lists are indexes. */
export interface CaseStore {
  read(caseId: string): Promise<Case | undefined>;
  /** The id of the case with this number. */
  idOfNumber(caseNumber: string): Promise<string | undefined>;
  /** What only the procedure understands; undefined where there is no such case. */
  readDetail(caseId: string): Promise<unknown>;
  /** Of many cases at once, by id; the function needs `BatchGetItem`. */
  readDetails(caseIds: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** What is laid before whoever answers a task, beside the question; undefined where nothing is. */
  readEnclosure(caseId: string, taskId: string): Promise<unknown>;
  readAudit(caseId: string, page: OrderedPageRequest): Promise<Page<AuditEntry>>;
  /** Newest first. */
  listByApplicant(uscc: string, page: PageRequest): Promise<Page<CaseSummary>>;
  /** Newest first; `month` in Asia/Shanghai, as `2026-11`. */
  listByMonth(month: string, page: PageRequest): Promise<Page<CaseSummary>>;
  /** @see createCase */
  create(made: NewCase, detail: unknown, deed: Deed): GuardedWrite[];
  /** @see changeCase */
  change(read: Case, change: CaseChange, deed: Deed): GuardedWrite[];
  /** Lets a transaction happen only while the case is not withdrawn: otherwise CaseWithdrawnError. One condition check. */
  notWithdrawn(caseId: string): GuardedWrite;
  /** @see encloseOnce */
  enclose(caseId: string, taskId: string, content: unknown): GuardedWrite;
  /** Oldest id first, at most 100. */
  pendingStarts(): Promise<PendingStart[]>;
  /** The execution of this attempt was begun: removes its mark, and not that of a later one. */
  started(begun: PendingStart): Promise<void>;
}

export function caseStore(db: DynamoDBDocumentClient, TableName: string): CaseStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;

  return {
    async read(caseId) {
      const item = await get(CASE_KEY.case(caseId));
      return item && Case.strip().parse(item);
    },
    async idOfNumber(caseNumber) {
      const caseId: unknown = (await get(CASE_KEY.caseNumber(caseNumber)))?.caseId;
      return typeof caseId === 'string' ? caseId : undefined;
    },
    readDetail: async (caseId) => (await get(CASE_KEY.detail(caseId)))?.detail,
    readDetails: (caseIds) => readDetails(db, TableName, caseIds),
    readEnclosure: async (caseId, taskId) => (await get(CASE_KEY.enclosure(caseId, taskId)))?.content,
    readAudit: (caseId, page) => readAudit(db, TableName, caseId, page),
    listByApplicant: (uscc, page) => listCases(db, TableName, BY_APPLICANT, uscc, page),
    listByMonth: (month, page) => listCases(db, TableName, BY_MONTH, month, page),
    create: (made, detail, deed) => createCase(TableName, made, detail, deed),
    change: (read, change, deed) => changeCase(TableName, read, change, deed),
    notWithdrawn: (caseId) => checkNotWithdrawn(TableName, caseId),
    enclose: (caseId, taskId, content) => encloseOnce(TableName, caseId, taskId, content),

    async pendingStarts() {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': PENDING_START },
          Limit: 100,
        }),
      );
      return z.array(PendingStart).parse(Items);
    },
    async started({ caseId, attempt }) {
      await unlessChanged(
        db.send(
          new DeleteCommand({
            TableName,
            Key: CASE_KEY.pendingStart(caseId),
            ConditionExpression: CASE_CONDITION.sameAttempt,
            ExpressionAttributeNames: { '#attempt': 'attempt' },
            ExpressionAttributeValues: { ':attempt': attempt },
          }),
        ),
      );
    },
  };
}

const BY_APPLICANT = { index: 'byApplicant', attribute: 'applicantUscc' } as const;
const BY_MONTH = { index: 'byMonth', attribute: 'submittedMonth' } as const;
type CaseIndex = typeof BY_APPLICANT | typeof BY_MONTH;

async function listCases(
  db: DynamoDBDocumentClient,
  TableName: string,
  { index, attribute }: CaseIndex,
  value: string,
  page: PageRequest,
): Promise<Page<CaseSummary>> {
  const list = `cases#${attribute}#${value}`;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': attribute },
      ExpressionAttributeValues: { ':list': value },
      ScanIndexForward: false,
      Limit: page.limit,
      ...(page.cursor && {
        ExclusiveStartKey: { [attribute]: value, ...caseStart(decodeCursor(list, page.cursor)) },
      }),
    }),
  );
  const items = z.array(CaseSummary.strip()).parse(Items);
  return { items, ...onward(list, LastEvaluatedKey?.submittedOrder) };
}

function caseStart(submittedOrder: string): Record<string, string> {
  const caseId = /^[^#]+#([A-Za-z0-9-]+)$/.exec(submittedOrder)?.[1];
  if (!caseId) throw unknownCursor();
  return { submittedOrder, ...CASE_KEY.case(caseId) };
}

async function readAudit(
  db: DynamoDBDocumentClient,
  TableName: string,
  caseId: string,
  { limit, cursor, order = 'oldest-first' }: OrderedPageRequest,
): Promise<Page<AuditEntry>> {
  const list = `audit#${caseId}#${order}`;
  const after = cursor ? Number(decodeCursor(list, cursor)) : 0;
  if (!Number.isSafeInteger(after)) throw unknownCursor();
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
      ExpressionAttributeValues: { ':pk': CASE_KEY.case(caseId).pk, ':audit': AUDIT_PREFIX },
      ScanIndexForward: order === 'oldest-first',
      Limit: limit,
      ...(after > 0 && { ExclusiveStartKey: CASE_KEY.audit(caseId, after) }),
    }),
  );
  const items = z.array(AuditEntry.strip()).parse(Items);
  const last = items.at(-1);
  return { items, ...(LastEvaluatedKey && last && { cursor: encodeCursor(list, String(last.sequence)) }) };
}
