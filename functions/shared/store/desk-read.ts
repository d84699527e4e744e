import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { caseIdOfTask, DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { decodeCursor, encodeCursor, type Page, type PageRequest, unknownCursor } from './cursor.ts';
import { DESK_KEY } from './desk-key.ts';

/** Tasks of a case whose sort key begins with `prefix`, each with question and answer, from as many pages as there are. */
export async function readTasks(
  db: DynamoDBDocumentClient,
  TableName: string,
  caseId: string,
  prefix: string,
): Promise<DeskTask[]> {
  const items: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': DESK_KEY.partition(caseId), ':prefix': prefix },
        ExclusiveStartKey,
      }),
    );
    items.push(...Items);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
  const parts = new Map(items.map((item) => [item.sk, item]));
  const partOf = (sk: unknown, name: 'question' | 'answer') => parts.get(`${String(sk)}${name}`)?.[name];
  return items
    .filter(({ sk }) => String(sk).endsWith('#'))
    .map(({ sk, ...row }) =>
      DeskTask.strip().parse({ ...row, question: partOf(sk, 'question'), answer: partOf(sk, 'answer') }),
    );
}

/** One page of a queue, by due date. */
export async function readQueue(
  db: DynamoDBDocumentClient,
  TableName: string,
  queue: string,
  page: PageRequest,
): Promise<Page<DeskTaskSummary>> {
  const list = `desk#${queue}`;
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      IndexName: 'byQueue',
      KeyConditionExpression: 'queue = :queue',
      ExpressionAttributeValues: { ':queue': queue },
      Limit: page.limit,
      ...(page.cursor && { ExclusiveStartKey: { queue, ...queueStart(decodeCursor(list, page.cursor)) } }),
    }),
  );
  const last: unknown = LastEvaluatedKey?.dueOrder;
  return {
    items: z.array(DeskTaskSummary.strip()).parse(Items),
    ...(typeof last === 'string' && { cursor: encodeCursor(list, last) }),
  };
}

function queueStart(position: string): Record<string, string> {
  const taskId = /^[^#]+#([^#]+)$/.exec(position)?.[1];
  if (!taskId || !caseIdOfTask(taskId)) throw unknownCursor();
  return { dueOrder: position, ...DESK_KEY.task(taskId) };
}
