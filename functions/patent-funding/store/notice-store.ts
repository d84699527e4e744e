import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Notice, type NoticeState, Objection } from '../../../workflows/patent-funding/notice/contract.ts';
import { RefusedError } from '../../shared/errors.ts';
import { type Called, countCaller } from '../../shared/store/caller-count.ts';
import {
  decodeCursor,
  onward,
  type Page,
  type PageRequest,
  unknownCursor,
} from '../../shared/store/cursor.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { NOTICE_CONDITION } from './notice-condition.ts';
import {
  type Key,
  NOTICE_KEY,
  noticePlace,
  OBJECTIONS,
  objectionList,
  objectionPlace,
} from './notice-key.ts';

/** NoticeTable. Reads by key are strongly consistent; the list of a state is an index. */
export interface NoticeStore {
  read(noticeNumber: string): Promise<Notice | undefined>;
  /** Latest end first. */
  list(state: NoticeState, page: PageRequest): Promise<Page<Notice>>;
  objections(noticeNumber: string): Promise<Objection[]>;
  objection(noticeNumber: string, objectionId: string): Promise<Objection | undefined>;
  /** Of all notices, by what the public sees; oldest first. */
  listObjections(shown: Objection['shown'], page: PageRequest): Promise<Page<Objection>>;
  /** One write. */
  publish(notice: Notice): GuardedWrite;
  /** On condition that it is as it was read. One write. */
  change(read: Notice, change: Partial<Notice>): GuardedWrite;
  /** One write. */
  putObjection(read: Objection | undefined, next: Objection): GuardedWrite;
  /** One more of a caller's objections of the day. @throws RefusedError 429 One write. */
  count(called: Called): GuardedWrite;
}

export function noticeStore(db: DynamoDBDocumentClient, TableName: string): NoticeStore {
  return {
    async read(noticeNumber) {
      const Key = NOTICE_KEY.notice(noticeNumber);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && Notice.strip().parse(Item);
    },
    list: (state, page) =>
      listed(db, { TableName, list: state, schema: Notice, isNewestFirst: true, keyOf: noticeKeyOf }, page),
    listObjections: (shown, page) =>
      listed(
        db,
        {
          TableName,
          list: objectionList(shown),
          schema: Objection,
          isNewestFirst: false,
          keyOf: objectionKeyOf,
        },
        page,
      ),
    async objections(noticeNumber) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :objections)',
          ExpressionAttributeValues: { ':pk': NOTICE_KEY.partition(noticeNumber), ':objections': OBJECTIONS },
        }),
      );
      return z.array(Objection.strip()).parse(Items);
    },
    async objection(noticeNumber, objectionId) {
      const Key = NOTICE_KEY.objection(noticeNumber, objectionId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && Objection.strip().parse(Item);
    },
    publish: (notice) => ({
      write: {
        Put: {
          TableName,
          Item: { ...NOTICE_KEY.notice(notice.noticeNumber), ...notice, ...noticePlace(notice) },
          ConditionExpression: NOTICE_CONDITION.absent,
        },
      },
    }),
    change(read, change) {
      const next = { ...read, ...change, version: read.version + 1 };
      const Item = { ...NOTICE_KEY.notice(read.noticeNumber), ...next, ...noticePlace(next) };
      return put(TableName, Item, read, `notice ${read.noticeNumber}`);
    },
    putObjection: (read, next) =>
      put(
        TableName,
        { ...NOTICE_KEY.objection(next.noticeNumber, next.objectionId), ...next, ...objectionPlace(next) },
        read,
        `objection ${next.objectionId}`,
      ),
    count: (called) => countCaller(TableName, called, tooMany),
  };
}

function tooMany(limit: number): RefusedError {
  return new RefusedError({
    status: 429,
    code: 'too-many-objections',
    zh: `今日提交的异议已达 ${limit} 项，请明日再提交或直接联系审核单位`,
    en: `${limit} objections were sent from here today: send more tomorrow, or call the reviewing centre`,
  });
}

function put(
  TableName: string,
  Item: Record<string, unknown>,
  read: { readonly version: number } | undefined,
  what: string,
): GuardedWrite {
  const condition =
    read === undefined
      ? { ConditionExpression: NOTICE_CONDITION.absent }
      : {
          ConditionExpression: NOTICE_CONDITION.unchanged,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':readVersion': read.version },
        };
  return { write: { Put: { TableName, Item, ...condition } }, otherwise: () => new StaleReadError(what) };
}

interface List<S extends z.ZodObject> {
  readonly TableName: string;
  /** Partition of the index. */
  readonly list: string;
  readonly schema: S;
  readonly isNewestFirst: boolean;
  /** Key of what stands at a place of the list. */
  readonly keyOf: (noticeOrder: string) => Key | undefined;
}

async function listed<S extends z.ZodObject>(
  db: DynamoDBDocumentClient,
  { TableName, list, schema, isNewestFirst, keyOf }: List<S>,
  { limit, cursor }: PageRequest,
): Promise<Page<z.output<S>>> {
  const begin = (noticeOrder: string) => {
    const key = keyOf(noticeOrder);
    if (!key) throw unknownCursor();
    return { noticeState: list, noticeOrder, ...key };
  };
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: 'noticeState = :state',
      ExpressionAttributeValues: { ':state': list },
      ScanIndexForward: !isNewestFirst,
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: begin(decodeCursor(list, cursor)) }),
    }),
  );
  return {
    items: z.array(schema.strip()).parse(Items) as z.output<S>[],
    ...onward(list, LastEvaluatedKey?.noticeOrder),
  };
}

function noticeKeyOf(noticeOrder: string) {
  const noticeNumber = /^[^#]+#([A-Z0-9-]+)$/.exec(noticeOrder)?.[1];
  return noticeNumber ? NOTICE_KEY.notice(noticeNumber) : undefined;
}

function objectionKeyOf(noticeOrder: string) {
  const [, number, id] = /^[^#]+#([A-Z0-9-]+)#([0-9a-f-]+)$/.exec(noticeOrder) ?? [];
  return number && id ? NOTICE_KEY.objection(number, id) : undefined;
}
