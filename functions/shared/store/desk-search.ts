import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { decodeCursor, encodeCursor, type Page, type PageRequest, unknownCursor } from './cursor.ts';
import { dueOrder, type QueuePartition } from './desk-key.ts';

/** Tasks of some partitions of the indexes, merged by due date. */
export interface DeskSearch {
  /** Name of the list, to which its cursors belong: from the caller's rights and what was asked. */
  readonly list: string;
  readonly partitions: readonly QueuePartition[];
  /** The first and the last instant, to the second. */
  readonly due: { readonly from?: string | undefined; readonly through?: string | undefined };
  /** What of an officer's own tasks, or of one enterprise's, is shown; absent where all is. */
  readonly keep?: ((task: DeskTaskSummary) => boolean) | undefined;
}

/** Before and after every due date, as both begin with a digit. */
const FIRST = '0';
const LAST = ':';

/** One page by due date: from each partition as many as the page holds, of which the first ones are shown. */
export async function searchDesk(
  db: DynamoDBDocumentClient,
  TableName: string,
  { list, partitions, due, keep = () => true }: DeskSearch,
  { limit, cursor }: PageRequest,
): Promise<Page<DeskTaskSummary>> {
  const high = due.through ? `${instant(due.through)}~` : LAST;
  let low = cursor ? afterPosition(decodeCursor(list, cursor)) : FIRST;
  if (due.from && instant(due.from) > low) low = instant(due.from);
  const found: DeskTaskSummary[] = [];
  while (low <= high) {
    const parts = await Promise.all(
      partitions.map((part) => readPartition(db, TableName, part, [low, high], limit + 1)),
    );
    const merged = parts.flat().sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const next = merged.slice(0, limit + 1);
    found.push(...next.filter(keep));
    const last = next.at(-1);
    if (found.length > limit || merged.length <= limit || !last) break;
    low = afterPosition(orderOf(last));
  }
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last && { cursor: encodeCursor(list, orderOf(last)) }) };
}

const orderOf = ({ dueAt, taskId }: DeskTaskSummary) => dueOrder(dueAt, taskId);
const instant = (at: string) => new Date(at).toISOString();

/** The least sort key behind this one: "!" stands before every character of an id. */
function afterPosition(position: string): string {
  if (!/^[0-9][^#]*#[^#]+$/.test(position)) throw unknownCursor();
  return `${position}!`;
}

async function readPartition(
  db: DynamoDBDocumentClient,
  TableName: string,
  { index, attribute, value }: QueuePartition,
  [low, high]: readonly [string, string],
  Limit: number,
): Promise<DeskTaskSummary[]> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: '#partition = :value AND dueOrder BETWEEN :low AND :high',
      ExpressionAttributeNames: { '#partition': attribute },
      ExpressionAttributeValues: { ':value': value, ':low': low, ':high': high },
      Limit,
    }),
  );
  return z.array(DeskTaskSummary.strip()).parse(Items);
}
