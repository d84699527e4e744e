import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchRead } from './batch-read.ts';
import { CASE_KEY } from './case-key.ts';

/** The details of many cases, each read strongly; those that do not exist are left out. */
export async function readDetails(
  db: DynamoDBDocumentClient,
  TableName: string,
  caseIds: readonly string[],
): Promise<Map<string, unknown>> {
  const keys = [...new Set(caseIds)].map((caseId) => CASE_KEY.detail(caseId));
  const items = await batchRead(db, TableName, keys);
  return new Map(items.map(({ pk, detail }) => [String(pk).slice(CASE_KEY.detail('').pk.length), detail]));
}
