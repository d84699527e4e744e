import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { outboxRows } from '../../../functions/notifications/store/outbox-rows.ts';
import type { OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';

/** What people are to be told of a case, oldest first. */
export async function toldOf(db: DynamoDBDocumentClient, caseId: string): Promise<readonly OutboxRow[]> {
  return (await outboxRows(db, 'MessageTable', () => 'CaseTable').ofCase(caseId, { limit: 100 })).items;
}

/** The organisations that are told of an event of one kind. */
export async function organisationsTold(
  db: DynamoDBDocumentClient,
  caseId: string,
  kind: OutboxRow['kind'],
): Promise<string[]> {
  const rows = await toldOf(db, caseId);
  return rows
    .filter((row) => row.kind === kind)
    .flatMap(({ recipients }) => recipients.map(({ organisationId }) => organisationId));
}
