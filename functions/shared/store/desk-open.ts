import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { counterWrites } from './desk-change.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY, indexKeys } from './desk-key.ts';
import { provisionalWrites } from './desk-provisional.ts';
import { StaleReadError, untilFresh } from './stale-read.ts';
import { committer, type GuardedWrite } from './write.ts';

export type NewDeskTask = Pick<
  DeskTask,
  | 'taskId'
  | 'caseId'
  | 'caseNumber'
  | 'workflow'
  | 'departmentId'
  | 'applicantName'
  | 'applicantUscc'
  | 'openedAt'
  | 'dueAt'
  | 'dueProvisional'
  | 'clock'
  | 'question'
>;

/** @see DeskStore.open */
export async function openTask(
  db: DynamoDBDocumentClient,
  TableName: string,
  task: NewDeskTask,
  taskToken: string,
  alongside: readonly GuardedWrite[],
): Promise<DeskTaskSummary> {
  const commit = committer(db);
  return untilFresh(async () => {
    const standing = await renewToken(db, TableName, task.taskId, taskToken);
    if (standing) return standing;
    await nameEnterprise(db, TableName, task);
    const opened = DeskTaskSummary.strip().parse({ ...task, status: 'OPEN', version: 1 });
    await commit([...firstWrites(TableName, opened, task.question, taskToken), ...alongside]);
    return opened;
  });
}

/** Answers the task as it stands; undefined where it was not opened before. */
async function renewToken(
  db: DynamoDBDocumentClient,
  TableName: string,
  taskId: string,
  taskToken: string,
): Promise<DeskTaskSummary | undefined> {
  try {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: DESK_KEY.task(taskId),
        ConditionExpression: DESK_CONDITION.present,
        UpdateExpression: 'SET taskToken = :taskToken',
        ExpressionAttributeValues: { ':taskToken': taskToken },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return DeskTaskSummary.strip().parse(Attributes);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** So that the department finds the enterprise by its name; written again it is the same. */
async function nameEnterprise(
  db: DynamoDBDocumentClient,
  TableName: string,
  { departmentId, applicantName, applicantUscc }: NewDeskTask,
): Promise<void> {
  const Item = DESK_KEY.enterprise(departmentId, applicantName, applicantUscc);
  await db.send(new PutCommand({ TableName, Item: { ...Item, uscc: applicantUscc } }));
}

function firstWrites(
  TableName: string,
  task: DeskTaskSummary,
  question: unknown,
  taskToken: string,
): GuardedWrite[] {
  const { taskId } = task;
  return [
    {
      write: {
        Put: {
          TableName,
          Item: { ...DESK_KEY.task(taskId), ...task, ...indexKeys(task), taskToken },
          ConditionExpression: DESK_CONDITION.absent,
        },
      },
      otherwise: () => new StaleReadError(`task ${taskId}`),
    },
    { write: { Put: { TableName, Item: { ...DESK_KEY.question(taskId), question } } } },
    ...counterWrites(TableName, [{ after: task }]),
    ...provisionalWrites(TableName, taskId, undefined, task),
  ];
}
