import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Notice, type NoticeState, Objection } from '../../../workflows/patent-funding/notice/contract.ts';
import { RefusedError } from '../../shared/errors.ts';
import { type Called, countCaller } from '../../shared/store/caller-count.ts';
import {
  decodeCursor,
  encodeCursor,
  type Page,
  type PageRequest,
  unknownCursor,
} from '../../shared/store/cursor.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { NOTICE_CONDITION } from './notice-condition.ts';
import { NOTICE_KEY, noticePlace, OBJECTIONS } from './notice-key.ts';

/** NoticeTable. Reads by key are strongly consistent; the list of a state is an index. */
export interface NoticeStore {
  read(noticeNumber: string): Promise<Notice | undefined>;
  /** Latest end first. */
  list(state: NoticeState, page: PageRequest): Promise<Page<Notice>>;
  objections(noticeNumber: string): Promise<Objection[]>;
  objection(noticeNumber: string, objectionId: string): Promise<Objection | undefined>;
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
    list: (state, page) => listNotices(db, TableName, state, page),
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
        { ...NOTICE_KEY.objection(next.noticeNumber, next.objectionId), ...next },
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

async function listNotices(
  db: DynamoDBDocumentClient,
  TableName: string,
  state: NoticeState,
  { limit, cursor }: PageRequest,
): Promise<Page<Notice>> {
  const list = `notices#${state}`;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: 'noticeState = :state',
      ExpressionAttributeValues: { ':state': state },
      ScanIndexForward: false,
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: { noticeState: state, ...startOf(decodeCursor(list, cursor)) } }),
    }),
  );
  const last: unknown = LastEvaluatedKey?.noticeOrder;
  return {
    items: z.array(Notice.strip()).parse(Items),
    ...(typeof last === 'string' && { cursor: encodeCursor(list, last) }),
  };
}

function startOf(noticeOrder: string): Record<string, string> {
  const noticeNumber = /^[^#]+#([A-Z0-9-]+)$/.exec(noticeOrder)?.[1];
  if (!noticeNumber) throw unknownCursor();
  return { noticeOrder, ...NOTICE_KEY.notice(noticeNumber) };
}
