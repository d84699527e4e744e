import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DeskTask } from '../../../workflows/shared/desk-task.ts';
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
  const partOf = (sk: unknown, name: 'question' | 'answer') => parts.get(`${String(sk)}${name}`);
  return items
    .filter(({ sk }) => String(sk).endsWith('#'))
    .map(({ sk, ...row }) =>
      DeskTask.strip().parse({
        ...row,
        question: partOf(sk, 'question')?.question,
        answer: partOf(sk, 'answer')?.answer,
        attachmentIds: partOf(sk, 'answer')?.attachmentIds,
      }),
    );
}
