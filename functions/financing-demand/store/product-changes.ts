import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { FINANCING_CONDITION } from './financing-condition.ts';
import { FINANCING_KEY, PRODUCT_CHANGES } from './financing-key.ts';

/** That an institution's products changed, and how far open demands were matched with them. */
const ProductChange = z.object({
  institutionId: z.string(),
  /** Another one with each change and each step. */
  mark: z.string(),
  /** Matched are the facilities before this one, and of it the demands up to and with this one. */
  place: z.object({ facility: z.string(), demandId: z.string().optional() }).optional(),
});
export type ProductChange = z.infer<typeof ProductChange>;

/** FinancingTable: catalogues with which the open demands are still to be matched. */
export interface ProductChanges {
  /** Goes into the transaction that changes the products; from the first demand on again. One write. */
  changed(institutionId: string): GuardedWrite;
  first(): Promise<ProductChange | undefined>;
  /** It has come further, or to its end; not where the products changed once more. One write. */
  moveOn(read: ProductChange, place: ProductChange['place']): GuardedWrite;
}

export function productChanges(db: DynamoDBDocumentClient, TableName: string): ProductChanges {
  const itemOf = (institutionId: string, place?: ProductChange['place']) => ({
    ...FINANCING_KEY.productChange(institutionId),
    institutionId,
    mark: randomUUID(),
    ...(place && { place }),
  });
  return {
    changed: (institutionId) => ({ write: { Put: { TableName, Item: itemOf(institutionId) } } }),
    async first() {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': PRODUCT_CHANGES },
          Limit: 1,
        }),
      );
      return Items[0] && ProductChange.parse(Items[0]);
    },
    moveOn({ institutionId, mark }, place) {
      const condition = {
        ConditionExpression: FINANCING_CONDITION.sameMark,
        ExpressionAttributeNames: { '#mark': 'mark' },
        ExpressionAttributeValues: { ':mark': mark },
      };
      const write = place
        ? { Put: { TableName, Item: itemOf(institutionId, place), ...condition } }
        : { Delete: { TableName, Key: FINANCING_KEY.productChange(institutionId), ...condition } };
      return { write, otherwise: () => new StaleReadError(`changed products of ${institutionId}`) };
    },
  };
}
