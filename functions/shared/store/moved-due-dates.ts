import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { MovedDueDate } from '../../../workflows/shared/calendar.ts';
import { decodeCursor, onward, type Page, type PageRequest } from './cursor.ts';
import { DESK_KEY, dueOrder, type Key } from './desk-key.ts';
import type { GuardedWrite } from './write.ts';

/** The due dates that the calendar of a year moved, in DeskTable, with a counter of them. Reads are strongly consistent. */
export interface MovedDueDates {
  /** In the transaction that moves them. One write each, and one for each year. */
  record(moved: readonly MovedDueDate[]): GuardedWrite[];
  count(year: number): Promise<number>;
  /** By the new due date. */
  of(year: number, page: PageRequest): Promise<Page<MovedDueDate>>;
}

export function movedDueDates(db: DynamoDBDocumentClient, TableName: string): MovedDueDates {
  return {
    record: (moved) => [
      ...moved.map((one) => ({ write: { Put: { TableName, Item: { ...keyOf(one), ...one } } } })),
      ...[...Map.groupBy(moved, ({ year }) => year)].map(([year, { length }]) =>
        addTo(TableName, DESK_KEY.movedCount(year), length),
      ),
    ],
    async count(year) {
      const Key = DESK_KEY.movedCount(year);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item ? Counted.parse(Item).moved : 0;
    },
    of: (year, page) => readMoved(db, TableName, DESK_KEY.movedPartition(year), page),
  };
}

const Counted = z.object({ moved: z.int().nonnegative() });

/** A due date may be moved to the same day by two versions of a calendar. */
function keyOf({ year, version, dueAt, taskId, supplementId }: MovedDueDate): Key {
  return {
    pk: DESK_KEY.movedPartition(year),
    sk: `${dueOrder(dueAt, supplementId ?? taskId)}#${version}`,
  };
}

function addTo(TableName: string, Key: Key, count: number): GuardedWrite {
  return {
    write: {
      Update: {
        TableName,
        Key,
        UpdateExpression: 'ADD moved :count',
        ExpressionAttributeValues: { ':count': count },
      },
    },
  };
}

async function readMoved(
  db: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
  { limit, cursor }: PageRequest,
): Promise<Page<MovedDueDate>> {
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: { pk, sk: decodeCursor(pk, cursor) } }),
    }),
  );
  return {
    items: z.array(MovedDueDate.strip()).parse(Items),
    ...onward(pk, LastEvaluatedKey?.sk),
  };
}
