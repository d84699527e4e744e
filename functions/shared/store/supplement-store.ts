import { type DynamoDBDocumentClient, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { caseIdOfTask } from '../../../workflows/shared/desk-task.ts';
import {
  Supplement,
  type SupplementStatus,
  SupplementSummary,
} from '../../../workflows/shared/supplement.ts';
import type { Page, PageRequest } from './cursor.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { readDeskIndex } from './desk-index.ts';
import { DESK_KEY, dueOrder, supplementQueue } from './desk-key.ts';
import { provisionalWrites } from './desk-provisional.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

/** Rows and contents of supplements in DeskTable: they lie with the tasks of their case, and stand in the enterprise's queue. */
export interface SupplementStore {
  read(supplementId: string): Promise<Supplement | undefined>;
  /** By due date. */
  list(uscc: string, status: SupplementStatus, page: PageRequest): Promise<Page<SupplementSummary>>;
  /** Two or three writes. */
  ask(asked: Supplement): GuardedWrite[];
  /** On condition that it is as it was read; only another status is another version. One to three writes. */
  change(read: Supplement, change: SupplementChange): GuardedWrite[];
}

export type SupplementChange = Partial<
  Pick<
    Supplement,
    'status' | 'dueAt' | 'dueProvisional' | 'clock' | 'remindedAt' | 'answeredAt' | 'answer' | 'answeredBy'
  >
>;

export function supplementStore(db: DynamoDBDocumentClient, TableName: string): SupplementStore {
  const put = (row: SupplementSummary, condition: Condition): GuardedWrite => ({
    write: {
      Put: {
        TableName,
        Item: { ...DESK_KEY.supplement(row.supplementId), ...row, ...indexKeys(row) },
        ...condition,
      },
    },
    otherwise: () => new StaleReadError(`supplement ${row.supplementId}`),
  });
  const content = (supplementId: string, part: 'asked' | 'answered', values: object): GuardedWrite => ({
    write: {
      Put: {
        TableName,
        Item: { ...DESK_KEY.supplement(supplementId, part), ...values },
        ConditionExpression: DESK_CONDITION.absent,
      },
    },
  });
  return {
    read: (supplementId) => read(db, TableName, supplementId),
    list: (uscc, status, page) =>
      readDeskIndex(
        db,
        TableName,
        {
          index: 'byQueue',
          attribute: 'queue',
          value: supplementQueue(uscc, status),
          row: SupplementSummary.strip(),
          keyOf: DESK_KEY.supplement,
        },
        page,
      ),
    ask({ items, attachmentIds, partIds, askedBy, ...asked }) {
      return [
        put(SupplementSummary.strip().parse(asked), { ConditionExpression: DESK_CONDITION.absent }),
        content(asked.supplementId, 'asked', { items, attachmentIds, partIds, askedBy }),
        ...provisionalWrites(TableName, asked.supplementId, undefined, asked),
      ];
    },
    change(before, { answer, answeredBy, ...change }) {
      const row = SupplementSummary.strip().parse({
        ...before,
        ...change,
        version: before.version + (change.status ? 1 : 0),
      });
      return [
        put(row, {
          ConditionExpression: DESK_CONDITION.sameVersion,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':readVersion': before.version },
        }),
        ...provisionalWrites(TableName, row.supplementId, before, row),
        ...(answer ? [content(row.supplementId, 'answered', { answer, answeredBy })] : []),
      ];
    },
  };
}

type Condition = Pick<
  PutCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** In the queue of the enterprise, beside those of the departments: an USCC is no department's id. */
function indexKeys({ applicantUscc, status, dueAt, supplementId }: SupplementSummary) {
  return { queue: supplementQueue(applicantUscc, status), dueOrder: dueOrder(dueAt, supplementId) };
}

async function read(
  db: DynamoDBDocumentClient,
  TableName: string,
  supplementId: string,
): Promise<Supplement | undefined> {
  if (caseIdOfTask(supplementId) === undefined) return undefined;
  const { pk, sk } = DESK_KEY.supplement(supplementId);
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
    }),
  );
  return Items.length === 0 ? undefined : Supplement.strip().parse(Object.assign({}, ...Items));
}
