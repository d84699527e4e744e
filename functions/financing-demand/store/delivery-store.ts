import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DeliveryAttempt, DeliveryState } from '../../../workflows/financing-demand/delivery/contract.ts';
import { decodeCursor, onward, type Page, type PageRequest } from '../../shared/store/cursor.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { DELIVERY_KEY } from './delivery-key.ts';
import { versionedPut } from './versioned-put.ts';

/** DeliveryTable: how far the lists of each institution have come, and every attempt. Reads are strongly consistent. */
export interface DeliveryStore {
  state(institutionId: string): Promise<DeliveryState | undefined>;
  /** @see versionedPut */
  putState(state: DeliveryState): GuardedWrite;
  /** Of the list with the highest number first. */
  attempts(institutionId: string, page: PageRequest): Promise<Page<DeliveryAttempt>>;
  record(attempt: DeliveryAttempt): GuardedWrite;
}

export function deliveryStore(db: DynamoDBDocumentClient, TableName: string): DeliveryStore {
  return {
    async state(institutionId) {
      const Key = DELIVERY_KEY.state(institutionId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && DeliveryState.strip().parse(Item);
    },
    putState: (state) => versionedPut(TableName, DELIVERY_KEY.state(state.institutionId), state),
    attempts: (institutionId, page) => listAttempts(db, TableName, institutionId, page),
    record: (attempt) => {
      const { institutionId, number, at } = attempt;
      const Item = { ...DELIVERY_KEY.attempt(institutionId, number, at), ...attempt };
      return { write: { Put: { TableName, Item } } };
    },
  };
}

async function listAttempts(
  db: DynamoDBDocumentClient,
  TableName: string,
  institutionId: string,
  { limit, cursor }: PageRequest,
): Promise<Page<DeliveryAttempt>> {
  const list = `attempts#${institutionId}`;
  const pk = DELIVERY_KEY.attempts(institutionId);
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ScanIndexForward: false,
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: { pk, sk: decodeCursor(list, cursor) } }),
    }),
  );
  return {
    items: z.array(DeliveryAttempt.strip()).parse(Items),
    ...onward(list, LastEvaluatedKey?.sk),
  };
}
