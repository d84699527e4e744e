import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { DESK_KEY } from './desk-key.ts';
import { wholePartition } from './whole-partition.ts';

/** Tasks of a case whose sort key begins with `prefix`, each with question and answer, from as many pages as there are. */
export async function readTasks(
  db: DynamoDBDocumentClient,
  TableName: string,
  caseId: string,
  prefix: string,
): Promise<DeskTask[]> {
  const items = await wholePartition(db, TableName, DESK_KEY.partition(caseId), { prefix });
  const parts = new Map(items.map((item) => [item.sk, item]));
  const partOf = (sk: unknown, name: 'question' | 'answer') => parts.get(`${String(sk)}${name}`);
  return items
    .filter(({ sk }) => String(sk).endsWith('#'))
    .map(({ sk, ...row }) =>
      DeskTask.strip().parse({
        ...row,
        question: partOf(sk, 'question')?.question,
        answer: partOf(sk, 'answer')?.answer,
        attachmentIds: partOf(sk, 'answer')?.attachmentIds,
      }),
    );
}
