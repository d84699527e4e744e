import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OpenDemand } from '../../../workflows/financing-demand/rules/open-demand.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { FINANCING_KEY, openOf } from './financing-key.ts';

const OpenRow = z.object({
  demandId: z.string(),
  facility: z.string(),
  amountFromFen: z.int(),
  amountToFen: z.int(),
  region: z.string(),
});

/** FinancingTable: demands under way by facility, so that a changed product finds those it may fit without a look at the others. */
export interface OpenDemandStore {
  /** The row in place of the one before, for the transaction that changes the demand; none where it is not under way. Two writes at the most. */
  move(before: OpenDemand | undefined, after: OpenDemand | undefined): GuardedWrite[];
  /** In the order of their ids, after one of them. Strongly consistent. */
  page(facility: string, after: string | undefined, limit: number): Promise<OpenDemand[]>;
}

export function openDemandStore(db: DynamoDBDocumentClient, TableName: string): OpenDemandStore {
  return {
    move(before, after) {
      const same = JSON.stringify(before) === JSON.stringify(after);
      const left = before && before.facility !== after?.facility;
      return [
        ...(left ? [{ write: { Delete: { TableName, Key: keyOf(before) } } }] : []),
        ...(after && !same ? [{ write: { Put: { TableName, Item: { ...keyOf(after), ...after } } } }] : []),
      ];
    },
    async page(facility, after, limit) {
      const pk = openOf(facility);
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          Limit: limit,
          ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
        }),
      );
      return z.array(OpenRow).parse(Items);
    },
  };
}

const keyOf = ({ facility, demandId }: OpenDemand) => FINANCING_KEY.open(facility, demandId);
