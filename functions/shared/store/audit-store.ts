import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AuditAnchor, AuditHead } from '../../../workflows/shared/audit/anchor.ts';
import type { AuditLine } from '../../../workflows/shared/audit/export-line.ts';
import { AuditEntry } from '../../../workflows/shared/audit-entry.ts';
import { Case } from '../../../workflows/shared/case.ts';
import { batchRead } from './batch-read.ts';
import { CASE_CONDITION } from './case-condition.ts';
import { AUDIT_ANCHORS, CASE_KEY } from './case-key.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

/** Lines of one day in the order of an export. `order` of the last line leads on. */
export interface DayPage {
  readonly lines: AuditLine[];
  /** Where to go on; absent where the day ends. */
  readonly next?: string;
}

/** The audit over all cases: entries by day, and the daily anchors. Lists of a day come from an index. */
export interface AuditStore {
  /** @param after `next` of the page before, or '' */
  readDay(day: string, after: string, limit: number): Promise<DayPage>;
  anchorOf(day: string): Promise<AuditAnchor | undefined>;
  firstAnchor(): Promise<AuditAnchor | undefined>;
  lastAnchor(): Promise<AuditAnchor | undefined>;
  /** Where the chains of cases end by the cases' own rows; chains without a case are left out. Needs `BatchGetItem`. */
  caseHeads(caseIds: readonly string[]): Promise<ReadonlyMap<string, AuditHead>>;
  entry(caseId: string, sequence: number): Promise<AuditEntry | undefined>;
  /** An anchor with the heads it was made of, once. At most 100 writes. @throws RangeError where a day has too many cases */
  anchor(anchor: AuditAnchor, heads: readonly AuditHead[]): GuardedWrite[];
}

/** So that a part stays far below the 400 KB of an item, and all of them below the 4 MB of a transaction. */
const HEADS_IN_A_PART = 250;
const MOST_PARTS = 99;
const BY_AUDIT_DAY = 'byAuditDay';

export function auditStore(db: DynamoDBDocumentClient, TableName: string): AuditStore {
  const outermost = async (ScanIndexForward: boolean) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': AUDIT_ANCHORS },
        ScanIndexForward,
        Limit: 1,
      }),
    );
    return z.array(z.object({ anchor: AuditAnchor })).parse(Items)[0]?.anchor;
  };
  return {
    readDay: (day, after, limit) => readDay(db, TableName, { day, after, limit }),
    async anchorOf(day) {
      const Key = CASE_KEY.auditAnchor(day);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && AuditAnchor.parse(Item.anchor);
    },
    async caseHeads(caseIds) {
      const items = await batchRead(db, TableName, caseIds.map(CASE_KEY.case));
      return new Map(items.map((item) => headOf(item)).map((head) => [head.caseId, head]));
    },
    async entry(caseId, sequence) {
      const Key = CASE_KEY.audit(caseId, sequence);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && AuditEntry.strip().parse(Item);
    },
    firstAnchor: () => outermost(true),
    lastAnchor: () => outermost(false),
    anchor: (anchor, heads) => writeAnchor(TableName, anchor, heads),
  };
}

const CaseEnd = Case.pick({ caseId: true, version: true, auditHash: true }).strip();

function headOf(item: Record<string, unknown>): AuditHead {
  const { caseId, version, auditHash } = CaseEnd.parse(item);
  return { caseId, sequence: version, hash: auditHash };
}

const Indexed = z.object({
  auditOrder: z.string(),
  heads: z.array(AuditHead).optional(),
  anchor: AuditAnchor.optional(),
});

async function readDay(
  db: DynamoDBDocumentClient,
  TableName: string,
  { day, after, limit }: { day: string; after: string; limit: number },
): Promise<DayPage> {
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: BY_AUDIT_DAY,
      KeyConditionExpression: after === '' ? 'auditDay = :day' : 'auditDay = :day AND auditOrder > :after',
      ExpressionAttributeValues: { ':day': day, ...(after === '' ? {} : { ':after': after }) },
      Limit: limit,
    }),
  );
  const last: unknown = LastEvaluatedKey?.auditOrder;
  return {
    lines: Items.map((item) => lineOf(day, item)),
    ...(typeof last === 'string' && { next: last }),
  };
}

function lineOf(day: string, item: Record<string, unknown>): AuditLine {
  const { heads, anchor } = Indexed.parse(item);
  if (anchor) return { line: 'anchor', anchor };
  if (heads) return { line: 'heads', day, heads };
  return { line: 'entry', entry: AuditEntry.strip().parse(item) };
}

function writeAnchor(TableName: string, anchor: AuditAnchor, heads: readonly AuditHead[]): GuardedWrite[] {
  const { day } = anchor;
  const parts = Array.from({ length: Math.ceil(heads.length / HEADS_IN_A_PART) }, (_, index) =>
    heads.slice(index * HEADS_IN_A_PART, (index + 1) * HEADS_IN_A_PART),
  );
  if (parts.length > MOST_PARTS) {
    throw new RangeError(`${day} has ${heads.length} cases; an anchor holds ${MOST_PARTS * HEADS_IN_A_PART}`);
  }
  const once = (key: { pk: string; sk: string }, auditOrder: string, content: object): GuardedWrite => ({
    write: {
      Put: {
        TableName,
        Item: { ...key, auditDay: day, auditOrder, ...content },
        ConditionExpression: CASE_CONDITION.absent,
      },
    },
    otherwise: () => new StaleReadError(`anchor of ${day}`),
  });
  // `entry#...` < `heads#...` < `root`: the index gives a day's lines in the order of an export.
  return [
    once(CASE_KEY.auditAnchor(day), 'root', { anchor }),
    ...parts.map((part, index) => {
      const number = String(index + 1).padStart(4, '0');
      return once(CASE_KEY.auditHeads(day, number), `heads#${number}`, { heads: part });
    }),
  ];
}
