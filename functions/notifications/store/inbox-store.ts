import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InboxMessage, NOTHING_READ, ReadMarks } from '../../../workflows/shared/notifications/inbox.ts';
import {
  decodeCursor,
  onward,
  type Page,
  type PageRequest,
  unknownCursor,
} from '../../shared/store/cursor.ts';
import { MESSAGE_CONDITION } from '../../shared/store/message-condition.ts';
import { type InboxOwner, MESSAGE_KEY, MESSAGE_PREFIX } from '../../shared/store/message-key.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

/** What a person has read, with the version it is written on condition of. */
export interface Reader extends ReadMarks {
  readonly version: number;
}

/** In-app inboxes: messages numbered 1, 2, 3, ... per inbox, and what each reader has read of them. */
export interface InboxStore {
  received(owner: InboxOwner): Promise<number>;
  /** The next message, on condition that none arrived since `received` was read. Two writes; wrap in `untilFresh`. */
  put(owner: InboxOwner, message: InboxMessage): GuardedWrite[];
  /** Newest first. */
  page(owner: InboxOwner, page: PageRequest): Promise<Page<InboxMessage>>;
  reader(owner: InboxOwner, readerId: string): Promise<Reader>;
  /** On condition that the reader's marks are as they were read. @throws StaleReadError */
  mark(owner: InboxOwner, readerId: string, read: Reader, marks: ReadMarks): Promise<void>;
}

const Received = z.object({ received: z.int().nonnegative() });
const StoredReader = ReadMarks.extend({ version: z.int().positive() });

export function inboxStore(db: DynamoDBDocumentClient, TableName: string): InboxStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    async received(owner) {
      const item = await get(MESSAGE_KEY.received(owner));
      return item ? Received.parse(item).received : 0;
    },
    put: (owner, message) => putMessage(TableName, owner, message),
    page: (owner, page) => readPage(db, TableName, owner, page),
    async reader(owner, readerId) {
      const item = await get(MESSAGE_KEY.marks(owner, readerId));
      return item ? StoredReader.strip().parse(item) : { ...NOTHING_READ, version: 0 };
    },
    async mark(owner, readerId, { version }, marks) {
      const unchanged = { ConditionExpression: MESSAGE_CONDITION.unchanged, ...versionIs(version) };
      try {
        await db.send(
          new PutCommand({
            TableName,
            Item: { ...MESSAGE_KEY.marks(owner, readerId), ...marks, version: version + 1 },
            ...(version === 0 ? { ConditionExpression: MESSAGE_CONDITION.absent } : unchanged),
          }),
        );
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw new StaleReadError('marks of a reader');
        throw error;
      }
    },
  };
}

const versionIs = (version: number) => ({
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':readVersion': version },
});

function putMessage(TableName: string, owner: InboxOwner, message: InboxMessage): GuardedWrite[] {
  const { sequence } = message;
  const first = sequence === 1;
  return [
    {
      write: {
        Update: {
          TableName,
          Key: MESSAGE_KEY.received(owner),
          ConditionExpression: first ? MESSAGE_CONDITION.absent : MESSAGE_CONDITION.nothingArrived,
          UpdateExpression: 'SET #received = :received',
          ExpressionAttributeNames: { '#received': 'received' },
          ExpressionAttributeValues: {
            ':received': sequence,
            ...(first ? {} : { ':readReceived': sequence - 1 }),
          },
        },
      },
      otherwise: () => new StaleReadError('count of an inbox'),
    },
    {
      write: {
        Put: {
          TableName,
          Item: { ...MESSAGE_KEY.message(owner, sequence), ...message },
          ConditionExpression: MESSAGE_CONDITION.absent,
        },
      },
    },
  ];
}

async function readPage(
  db: DynamoDBDocumentClient,
  TableName: string,
  owner: InboxOwner,
  page: PageRequest,
): Promise<Page<InboxMessage>> {
  const pk = MESSAGE_KEY.inbox(owner);
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :message)',
      ExpressionAttributeValues: { ':pk': pk, ':message': MESSAGE_PREFIX },
      ScanIndexForward: false,
      Limit: page.limit,
      ...(page.cursor && { ExclusiveStartKey: { pk, sk: positionOf(pk, page.cursor) } }),
    }),
  );
  return {
    items: z.array(InboxMessage.strip()).parse(Items),
    ...onward(pk, LastEvaluatedKey?.sk),
  };
}

function positionOf(list: string, cursor: string): string {
  const sk = decodeCursor(list, cursor);
  if (!/^message#[0-9]{10}$/.test(sk)) throw unknownCursor();
  return sk;
}
