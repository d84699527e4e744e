import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { caseIdOfTask } from '../../../workflows/shared/desk-task.ts';
import { decodeCursor, onward, type Page, type PageRequest, unknownCursor } from './cursor.ts';
import type { Key } from './desk-key.ts';

/** A partition of an index of DeskTable whose rows are ordered by due date. */
interface DeskIndex<Row extends z.ZodType> {
  readonly index: 'byQueue' | 'byEscalation';
  readonly attribute: 'queue' | 'escalation';
  readonly value: string;
  readonly row: Row;
  /** Key of a row in the table, from the id that ends its `dueOrder`. */
  readonly keyOf: (id: string) => Key;
}

/** One page of it, by due date. */
export async function readDeskIndex<Row extends z.ZodType>(
  db: DynamoDBDocumentClient,
  TableName: string,
  { index, attribute, value, row, keyOf }: DeskIndex<Row>,
  page: PageRequest,
): Promise<Page<z.output<Row>>> {
  const list = `${index}#${value}`;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': attribute },
      ExpressionAttributeValues: { ':list': value },
      Limit: page.limit,
      ...(page.cursor && {
        ExclusiveStartKey: { [attribute]: value, ...startOf(decodeCursor(list, page.cursor), keyOf) },
      }),
    }),
  );
  return {
    items: z.array(row).parse(Items) as z.output<Row>[],
    ...onward(list, LastEvaluatedKey?.dueOrder),
  };
}

function startOf(position: string, keyOf: (id: string) => Key): Record<string, string> {
  const id = /^[^#]+#([^#]+)$/.exec(position)?.[1];
  if (!id || !caseIdOfTask(id)) throw unknownCursor();
  return { dueOrder: position, ...keyOf(id) };
}
