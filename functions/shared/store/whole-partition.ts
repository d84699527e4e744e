import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** Which part of a partition: the sort keys that begin with `prefix`; nothing but the keys. */
interface Part {
  readonly prefix?: string | undefined;
  readonly keysOnly?: boolean;
}

/** Every item of a partition, or of a part of it, from as many pages as there are. Strongly consistent. */
export async function wholePartition(
  db: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
  { prefix, keysOnly = false }: Part = {},
): Promise<Record<string, unknown>[]> {
  const query: QueryCommandInput = {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
    ...(keysOnly && { ProjectionExpression: 'pk, sk' }),
  };
  const items: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await db.send(new QueryCommand({ ...query, ExclusiveStartKey }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}
