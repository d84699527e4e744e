import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Remark, type RemarkKind } from '../../../workflows/shared/case-remark.ts';
import { decodeCursor, type OrderedPageRequest, onward, type Page } from './cursor.ts';
import { DESK_KEY } from './desk-key.ts';
import type { GuardedWrite } from './write.ts';

/** Comments and notes on cases, in DeskTable beside the case's tasks. */
export interface RemarkStore {
  /** One write, for a transaction with the case's change: its version is what the remark is numbered by. */
  add(caseId: string, kind: RemarkKind, remark: Remark): GuardedWrite;
  /** Notes of other organisations lie under other keys and are never read. */
  list(
    caseId: string,
    kind: RemarkKind,
    organisationId: string,
    page: OrderedPageRequest,
  ): Promise<Page<Remark>>;
}

const prefixOf = (kind: RemarkKind, organisationId: string) =>
  kind === 'note' ? `note#${organisationId}#` : 'comment#';

export function remarkStore(db: DynamoDBDocumentClient, TableName: string): RemarkStore {
  return {
    add(caseId, kind, remark) {
      const sk = prefixOf(kind, remark.by.organisationId) + remark.remarkId;
      return { write: { Put: { TableName, Item: { pk: DESK_KEY.partition(caseId), sk, ...remark } } } };
    },
    async list(caseId, kind, organisationId, { limit, cursor, order = 'oldest-first' }) {
      const prefix = prefixOf(kind, organisationId);
      const list = `${caseId}#${prefix}${order}`;
      const pk = DESK_KEY.partition(caseId);
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ScanIndexForward: order === 'oldest-first',
          Limit: limit,
          ...(cursor && { ExclusiveStartKey: { pk, sk: prefix + decodeCursor(list, cursor) } }),
        }),
      );
      const items = z.array(Remark.strip()).parse(Items);
      return { items, ...onward(list, LastEvaluatedKey && items.at(-1)?.remarkId) };
    },
  };
}
