import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import {
  messageChainId,
  type OrganisationRow,
  OutboxRow,
  type OutboxState,
} from '../../../workflows/shared/notifications/outbox-row.ts';
import { type Deed, putEntry } from '../../shared/store/case-write.ts';
import {
  decodeCursor,
  onward,
  type Page,
  type PageRequest,
  unknownCursor,
} from '../../shared/store/cursor.ts';
import { MESSAGE_CONDITION } from '../../shared/store/message-condition.ts';
import { MESSAGE_KEY, outboxList, outboxPlace } from '../../shared/store/message-key.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

export interface OutboxKey {
  readonly topic: string;
  readonly messageId: string;
}

/** What becomes of an outbox row; all else in it stays as it was written. */
export type OutboxChange = Partial<Pick<OutboxRow, 'deliveries' | 'state' | 'attempts' | 'nextAttemptAt'>>;

/** The outbox as the relay and the office see it; functions/shared/store/outbox-store.ts fills it. */
export interface OutboxRows {
  read(key: OutboxKey): Promise<OutboxRow | undefined>;
  /** What is to be attempted by now, longest waiting first. An index: a row written this moment may come with the next run. */
  due(now: Date, limit: number): Promise<OutboxKey[]>;
  /** Of a case, oldest first. */
  ofCase(caseId: string, page: PageRequest): Promise<Page<OutboxRow>>;
  /** Newest first; `month` in Asia/Shanghai tells which of what is DONE. */
  inState(state: OutboxState, month: string, page: PageRequest): Promise<Page<OutboxRow>>;
  /** On condition that nobody changed the row since it was read. One write. */
  change(read: OutboxRow, change: OutboxChange): GuardedWrite;
  /** The same by somebody, of a row of no case that could note it: with the next entry of the message's own chain. Two writes. */
  changeAudited(read: OrganisationRow, change: OutboxChange, deed: Deed): GuardedWrite[];
}

export function outboxRows(
  db: DynamoDBDocumentClient,
  TableName: string,
  auditTable: () => string,
): OutboxRows {
  return {
    async read({ topic, messageId }) {
      const Key = MESSAGE_KEY.outbox(topic, messageId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && OutboxRow.parse(Item);
    },
    async due(now, limit) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: BY_STATE,
          KeyConditionExpression: 'outboxState = :state AND outboxOrder < :now',
          // `~` comes after every character of an instant: what is due this very millisecond is due.
          ExpressionAttributeValues: { ':state': 'PENDING', ':now': `${now.toISOString()}~` },
          Limit: limit,
        }),
      );
      const keys = z.array(z.object({ pk: z.string(), messageId: z.string() })).parse(Items);
      return keys.map(({ pk, messageId }) => ({ topic: pk, messageId }));
    },
    ofCase: (caseId, page) => readOfCase(db, TableName, caseId, page),
    inState: (state, month, page) => readState(db, TableName, outboxList(state, `${month}-15`), page),
    change: (read, change) => changeRow(TableName, read, change),
    changeAudited(read, change, { details = {}, ...deed }) {
      const caseId = messageChainId(read.messageId);
      const entry = nextEntry(read.auditHead ?? EMPTY_CHAIN, { caseId, ...deed, details });
      const auditHead = { sequence: entry.sequence, hash: entry.hash };
      return [changeRow(TableName, read, { ...change, auditHead }), putEntry(auditTable(), entry)];
    },
  };
}

const BY_STATE = 'byOutboxState';

async function readOfCase(
  db: DynamoDBDocumentClient,
  TableName: string,
  caseId: string,
  page: PageRequest,
): Promise<Page<OutboxRow>> {
  const list = `outbox#${caseId}`;
  const pk = MESSAGE_KEY.topic({ caseId });
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      Limit: page.limit,
      ...(page.cursor && { ExclusiveStartKey: { pk, sk: decodeCursor(list, page.cursor) } }),
    }),
  );
  return pageOf(list, Items, LastEvaluatedKey?.sk);
}

async function readState(
  db: DynamoDBDocumentClient,
  TableName: string,
  outboxState: string,
  page: PageRequest,
): Promise<Page<OutboxRow>> {
  const list = `outbox#${outboxState}`;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: BY_STATE,
      KeyConditionExpression: 'outboxState = :state',
      ExpressionAttributeValues: { ':state': outboxState },
      ScanIndexForward: false,
      Limit: page.limit,
      ...(page.cursor && {
        ExclusiveStartKey: { outboxState, ...placeOf(decodeCursor(list, page.cursor)) },
      }),
    }),
  );
  return pageOf(list, Items, LastEvaluatedKey?.outboxOrder);
}

function placeOf(outboxOrder: string): Record<string, string> {
  const [, topic, messageId] = /^[^#]+#(.+)#([^#]+)$/.exec(outboxOrder) ?? [];
  if (!topic || !messageId) throw unknownCursor();
  return { outboxOrder, ...MESSAGE_KEY.outbox(topic, messageId) };
}

function pageOf(list: string, items: Record<string, unknown>[], last: unknown): Page<OutboxRow> {
  return {
    items: z.array(OutboxRow).parse(items),
    ...onward(list, last),
  };
}

function changeRow(
  TableName: string,
  read: OutboxRow,
  { auditHead, ...change }: OutboxChange & Pick<OrganisationRow, 'auditHead'>,
): GuardedWrite {
  const next: OutboxRow = { ...read, ...change, version: read.version + 1 };
  const { deliveries, state, attempts, nextAttemptAt, version } = next;
  const set = {
    ...{ deliveries, state, attempts, nextAttemptAt, version },
    ...outboxPlace(next),
    ...(auditHead && { auditHead }),
  };
  const names = Object.keys(set);
  return {
    write: {
      Update: {
        TableName,
        Key: MESSAGE_KEY.outbox(MESSAGE_KEY.topic(read), read.messageId),
        ConditionExpression: MESSAGE_CONDITION.unchanged,
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
          ':readVersion': read.version,
        },
      },
    },
    otherwise: () => new StaleReadError(`message ${read.messageId}`),
  };
}
