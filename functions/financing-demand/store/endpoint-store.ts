import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { endpointChainId, KeptEndpoint } from '../../../workflows/financing-demand/endpoint/contract.ts';
import { EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import { type Deed, putEntry } from '../../shared/store/case-write.ts';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '../../shared/store/cursor.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { DELIVERY_KEY, ENDPOINTS } from './delivery-key.ts';
import { versionedPut } from './versioned-put.ts';

/** DeliveryTable: the endpoints of institutions with their keys. Reads are strongly consistent. */
export interface EndpointStore {
  read(institutionId: string): Promise<KeptEndpoint | undefined>;
  /** All, by institution. */
  list(page: PageRequest): Promise<Page<KeptEndpoint>>;
  /** The endpoint in place of the one that was read, with the entry of its audit chain. Two writes. */
  put(read: KeptEndpoint | undefined, next: EndpointContent, deed: Deed): GuardedWrite[];
}

/** What a change leaves to the store: which change it is. */
export type EndpointContent = Omit<KeptEndpoint, 'version' | 'auditHash'>;

const LIST = 'endpoints';

export function endpointStore(
  db: DynamoDBDocumentClient,
  TableName: string,
  auditTable: () => string,
): EndpointStore {
  return {
    async read(institutionId) {
      const Key = DELIVERY_KEY.endpoint(institutionId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && KeptEndpoint.strip().parse(Item);
    },
    async list({ limit, cursor }) {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ENDPOINTS },
          Limit: limit,
          ...(cursor && { ExclusiveStartKey: DELIVERY_KEY.endpoint(decodeCursor(LIST, cursor)) }),
        }),
      );
      const items = z.array(KeptEndpoint.strip()).parse(Items);
      const last = items.at(-1);
      return { items, ...(LastEvaluatedKey && last && { cursor: encodeCursor(LIST, last.institutionId) }) };
    },
    put(read, next, deed) {
      const { institutionId } = next;
      const head = read ? { sequence: read.version, hash: read.auditHash } : EMPTY_CHAIN;
      const facts = { caseId: endpointChainId(institutionId), ...deed, details: deed.details ?? {} };
      const entry = nextEntry(head, facts);
      const item: KeptEndpoint = { ...next, version: entry.sequence, auditHash: entry.hash };
      return [
        versionedPut(TableName, DELIVERY_KEY.endpoint(institutionId), item),
        putEntry(auditTable(), entry),
      ];
    },
  };
}
