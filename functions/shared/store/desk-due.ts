import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { PARTITION } from './desk-key.ts';

/**
 * How many open tasks of a department are due at an instant or earlier; not those that wait for the applicant, whose clock
 * stands still. Counted in the queue's index: reads so many rows as there are due ones, and hands over none.
 */
export async function countDue(
  db: DynamoDBDocumentClient,
  TableName: string,
  departmentId: string,
  through: string,
): Promise<number> {
  const { index, attribute, value } = PARTITION.all(departmentId, 'OPEN');
  let count = 0;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Count = 0, LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        KeyConditionExpression: '#queue = :queue AND dueOrder <= :through',
        FilterExpression: 'attribute_not_exists(supplementId)',
        ExpressionAttributeNames: { '#queue': attribute },
        ExpressionAttributeValues: { ':queue': value, ':through': `${new Date(through).toISOString()}~` },
        Select: 'COUNT',
        ExclusiveStartKey,
      }),
    );
    count += Count;
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return count;
}
