import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { CHUNK_PREFIX, PATENT_KEY } from './patent-key.ts';

/** So many of the longest patents fit into one item of 400 KB, and five hundred of them into one transaction of 4 MB. */
const ROWS_IN_CHUNK = 50;

/** The patents of an application in their order: whoever changes any writes all, in the transaction that changes the case. */
export interface ApplicationStore {
  read(caseId: string): Promise<PatentRow[]>;
  /** At most ten writes. */
  put(caseId: string, rows: readonly PatentRow[]): GuardedWrite[];
}

const Chunk = z.object({ rows: z.array(PatentRow) });

export function applicationStore(db: DynamoDBDocumentClient, TableName: string): ApplicationStore {
  return {
    async read(caseId) {
      const rows: PatentRow[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await db.send(
          new QueryCommand({
            TableName,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :chunk)',
            ExpressionAttributeValues: { ':pk': PATENT_KEY.application(caseId), ':chunk': CHUNK_PREFIX },
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        rows.push(...Items.flatMap((item) => Chunk.parse(item).rows));
        from = LastEvaluatedKey;
      } while (from);
      return rows;
    },
    put(caseId, rows) {
      const chunks = Array.from({ length: Math.ceil(rows.length / ROWS_IN_CHUNK) }, (_, chunk) => ({
        ...PATENT_KEY.chunk(caseId, chunk),
        rows: rows.slice(chunk * ROWS_IN_CHUNK, (chunk + 1) * ROWS_IN_CHUNK),
      }));
      return chunks.map((Item) => ({ write: { Put: { TableName, Item } } }));
    },
  };
}
