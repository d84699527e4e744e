import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DESK_KEY } from './desk-key.ts';

const Named = z.object({ uscc: z.string() });

/**
 * USCCs of the enterprises whose name begins so and about which the department was ever asked; at most `most` and one more, by
 * which the caller sees that there are more.
 */
export async function enterprisesNamed(
  db: DynamoDBDocumentClient,
  TableName: string,
  departmentId: string,
  prefix: string,
  most: number,
): Promise<string[]> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': DESK_KEY.enterprise(departmentId, '', '').pk, ':prefix': prefix },
      Limit: most + 1,
    }),
  );
  return [
    ...new Set(
      z
        .array(Named)
        .parse(Items)
        .map(({ uscc }) => uscc),
    ),
  ];
}
