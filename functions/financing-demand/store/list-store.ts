import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DemandList, ListItem } from '../../../workflows/financing-demand/list/contract.ts';
import { NO_HASH } from '../../../workflows/financing-demand/list/list-hash.ts';
import type { PendingTelling } from '../../../workflows/financing-demand/list/pending.ts';
import type { Telling } from '../../../workflows/financing-demand/rules/what-to-tell.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { AT_ONCE, afterList, chunkPlace, FINANCING_KEY, listsOf, pendingOf } from './financing-key.ts';
import { type AtOnce, type DrawnPage, doneAtOnce, drawPage, tellAtOnce, tellLater } from './list-write.ts';

/** Where an institution's lists stand: the last one, and the next as far as it is drawn up. */
export const ListHead = z.object({
  number: z.int().nonnegative(),
  hash: z.string(),
  /** Of the next list: nobody sees it before it is sealed. */
  draft: z.object({ chunkCount: z.int(), itemCount: z.int(), items: z.string() }),
  revision: z.int().nonnegative(),
});
export type ListHead = z.infer<typeof ListHead>;

export const EMPTY_DRAFT: ListHead['draft'] = { chunkCount: 0, itemCount: 0, items: NO_HASH };
const NO_LIST: ListHead = { number: 0, hash: NO_HASH, draft: EMPTY_DRAFT, revision: 0 };

const Pending = z.object({
  demandId: z.string(),
  demandVersion: z.int().positive(),
  fresh: z.boolean().optional(),
  ended: z.enum(['CLOSED', 'CONSENT_WITHDRAWN']).optional(),
  unknown: z.boolean().optional(),
});

/** A part of a list as it lies in the table. */
export const ListChunk = z.object({
  number: z.int().positive(),
  chunk: z.int().positive(),
  firstPosition: z.int().positive(),
  items: z.array(ListItem).min(1),
});
export type ListChunk = z.infer<typeof ListChunk>;

/** The lists of institutions and what goes into the next ones. All reads are by key and strongly consistent. */
export interface ListStore {
  head(institutionId: string): Promise<ListHead>;
  list(institutionId: string, number: number): Promise<DemandList | undefined>;
  /** Lists, newest first. */
  lists(institutionId: string, below: number, limit: number): Promise<DemandList[]>;
  /** Chunks in order, from one place on up to the last sealed list, as many as one read gives. */
  chunks(institutionId: string, from: ListPlace, throughNumber: number, limit: number): Promise<ListChunk[]>;
  /** What an institution is still to be told, in no order that means anything. */
  pending(institutionId: string, limit: number): Promise<PendingTelling[]>;
  /** Demands of which institutions are to be told at once, at most 25. */
  atOnce(): Promise<AtOnce[]>;
  /** @see tellLater */
  tell(demandId: string, demandVersion: number, tellings: readonly Telling[]): GuardedWrite[];
  /** @see tellAtOnce */
  tellAtOnce(row: AtOnce): GuardedWrite;
  /** @see doneAtOnce */
  doneAtOnce(row: AtOnce): GuardedWrite;
  /** @see drawPage */
  draw(institutionId: string, page: DrawnPage): GuardedWrite[];
}

export interface ListPlace {
  readonly number: number;
  readonly chunk: number;
}

export function listStore(db: DynamoDBDocumentClient, TableName: string): ListStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const query = async (pk: string, limit: number, range?: readonly [string, string], newestFirst = false) =>
    (
      await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: range ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk, ...(range && { ':from': range[0], ':to': range[1] }) },
          ScanIndexForward: !newestFirst,
          Limit: limit,
        }),
      )
    ).Items ?? [];

  return {
    async head(institutionId) {
      const item = await get(FINANCING_KEY.listHead(institutionId));
      return item ? ListHead.parse(item) : NO_LIST;
    },
    async list(institutionId, number) {
      const item = await get(FINANCING_KEY.list(institutionId, number));
      return item && DemandList.strip().parse(item.list);
    },
    async lists(institutionId, below, limit) {
      const found: DemandList[] = [];
      const last = below - 1;
      const numbers = Array.from({ length: Math.min(limit, last) }, (_, index) => last - index);
      for (const number of numbers) {
        const item = await get(FINANCING_KEY.list(institutionId, number));
        if (item) found.push(DemandList.strip().parse(item.list));
      }
      return found;
    },
    async chunks(institutionId, from, throughNumber, limit) {
      const range = [chunkPlace(from.number, from.chunk), afterList(throughNumber)] as const;
      if (range[0] > range[1]) return [];
      // Lists lie between their chunks: of two rows at least one is a chunk.
      const items = await query(listsOf(institutionId), limit * 2, range);
      return items.filter((item) => 'items' in item).map((item) => ListChunk.parse(item));
    },
    pending: async (institutionId, limit) =>
      z.array(Pending).parse(await query(pendingOf(institutionId), limit)),
    atOnce: async () => z.array(AtOnceRow).parse(await query(AT_ONCE, 25)),
    tell: (demandId, version, tellings) => tellLater(TableName, demandId, version, tellings),
    tellAtOnce: (row) => tellAtOnce(TableName, row),
    doneAtOnce: (row) => doneAtOnce(TableName, row),
    draw: (institutionId, page) => drawPage(TableName, institutionId, page),
  };
}

const AtOnceRow = z.object({
  demandId: z.string(),
  demandVersion: z.int().positive(),
  institutionIds: z.array(z.string()),
});
