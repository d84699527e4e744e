import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { HeldCount, QueueCounts } from '../../../workflows/shared/desk-counts.ts';
import { caseIdOfTask, type DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import type { Page, PageRequest } from './cursor.ts';
import { changeTask, changeTasks, type TaskChange } from './desk-change.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { readCounts, readHeldCounts, readOfficerCount } from './desk-count-store.ts';
import { countDue } from './desk-due.ts';
import { enterprisesNamed } from './desk-enterprises.ts';
import { readDeskIndex } from './desk-index.ts';
import { DESK_KEY, ESCALATED_TO, PENDING_CLOSING, PENDING_MOVE, PENDING_RELAY } from './desk-key.ts';
import { type NewDeskTask, openTask } from './desk-open.ts';
import { type ProvisionalDueDates, provisionalDueDates } from './desk-provisional.ts';
import { readTasks } from './desk-read.ts';
import { type DeskSearch, searchDesk } from './desk-search.ts';
import { type DeskSignals, deskSignals } from './desk-signal.ts';
import { type Decision, decideTask } from './desk-write.ts';
import { type MaterialStore, materialStore } from './material-store.ts';
import { type MovedDueDates, movedDueDates } from './moved-due-dates.ts';
import { type SupplementStore, supplementStore } from './supplement-store.ts';
import { unlessChanged } from './unless-changed.ts';
import { type WaitStore, waitStore } from './wait-store.ts';
import type { GuardedWrite } from './write.ts';

/** DeskTable: tasks, answers and what is still to be relayed. Reads by key are strongly consistent; the queue is an index. */
export interface DeskStore {
  read(taskId: string): Promise<DeskTask | undefined>;
  /** Every task of a case with its answer. */
  ofCase(caseId: string): Promise<DeskTask[]>;
  /** @see searchDesk */
  search(search: DeskSearch, page: PageRequest): Promise<Page<DeskTaskSummary>>;
  /** @see enterprisesNamed */
  enterprisesNamed(departmentId: string, prefix: string, most: number): Promise<string[]>;
  /** @see readCounts */
  counts(departmentId: string | undefined): Promise<QueueCounts[]>;
  /** @see countDue */
  countDue(departmentId: string, through: string): Promise<number>;
  /** @see readOfficerCount */
  countHeldBy(departmentId: string, personId: string): Promise<number>;
  /** @see readHeldCounts */
  heldCounts(departmentId: string): Promise<HeldCount[]>;
  /** What is overdue and with the office, of all departments, by due date. */
  escalated(page: PageRequest): Promise<Page<DeskTaskSummary>>;
  /**
   * Opens a task, or gives the task that stands already the machine's new token and changes nothing else; answers the
   * task as it stands. `alongside` is written in the transaction that opens it, and not for one that stands.
   */
  open(task: NewDeskTask, taskToken: string, alongside?: readonly GuardedWrite[]): Promise<DeskTaskSummary>;
  /** The machine's newest token of a task. It never leaves the server. */
  tokenOf(taskId: string): Promise<string | undefined>;
  /** @see decideTask */
  decide(read: DeskTaskSummary, decision: Decision): GuardedWrite[];
  /** @see changeTask */
  change(read: DeskTaskSummary, change: TaskChange): GuardedWrite[];
  /** Closes open tasks as part of what ends their case; nobody can answer them then. Up to three writes each. */
  close(open: readonly DeskTaskSummary[]): GuardedWrite[];
  /** Marks a case whose tasks are to be closed; the relay does what a crash leaves undone. One write. */
  markClosing(caseId: string): GuardedWrite;
  readonly signals: DeskSignals;
  readonly provisional: ProvisionalDueDates;
  /** What calendars moved. */
  readonly moved: MovedDueDates;
  /** Supplements asked of applicants. */
  readonly supplements: SupplementStore;
  /** What applicants sent of their own accord. */
  readonly materials: MaterialStore;
  /** What machines wait for beside answers. */
  readonly waits: WaitStore;
  /** Ids of tasks whose machine may not know that their time changed; at most 100. */
  pendingMoves(): Promise<string[]>;
  /** Ids of cases whose tasks are to be closed; at most 100. */
  pendingClosings(): Promise<string[]>;
  /** Everything of the case is closed and the machine knows. */
  closed(caseId: string): Promise<void>;
  /** Ids of tasks whose decision the machine may not have been told of; at most 100. */
  pendingRelays(): Promise<string[]>;
  /** The machine was told: DECIDED becomes RELAYED. */
  relayed(taskId: string): Promise<void>;
  /** The token is dead: whoever opens the task again relays its decision at once. */
  abandonRelay(taskId: string): Promise<void>;
}

export function deskStore(db: DynamoDBDocumentClient, TableName: string): DeskStore {
  const abandonRelay = async (taskId: string) => {
    await db.send(new DeleteCommand({ TableName, Key: DESK_KEY.pendingRelay(taskId) }));
  };
  return {
    abandonRelay,
    decide: (read, decision) => decideTask(TableName, read, decision),
    change: (read, change) => changeTask(TableName, read, change),
    close: (open) =>
      changeTasks(
        TableName,
        open.map((read) => ({ read, change: { status: 'CLOSED', version: read.version + 1 } })),
      ),
    open: (task, taskToken, alongside = []) => openTask(db, TableName, task, taskToken, alongside),
    search: (search, page) => searchDesk(db, TableName, search, page),
    enterprisesNamed: (departmentId, prefix, most) =>
      enterprisesNamed(db, TableName, departmentId, prefix, most),
    counts: (departmentId) => readCounts(db, TableName, departmentId),
    countDue: (departmentId, through) => countDue(db, TableName, departmentId, through),
    countHeldBy: (departmentId, personId) => readOfficerCount(db, TableName, departmentId, personId),
    heldCounts: (departmentId) => readHeldCounts(db, TableName, departmentId),
    escalated: (page) =>
      readDeskIndex(
        db,
        TableName,
        {
          index: 'byEscalation',
          attribute: 'escalation',
          value: ESCALATED_TO,
          row: DeskTaskSummary.strip(),
          keyOf: DESK_KEY.task,
        },
        page,
      ),

    async read(taskId) {
      const caseId = caseIdOfTask(taskId);
      return caseId === undefined
        ? undefined
        : (await readTasks(db, TableName, caseId, DESK_KEY.task(taskId).sk))[0];
    },
    ofCase: (caseId) => readTasks(db, TableName, caseId, 'task#'),

    async tokenOf(taskId) {
      const Key = DESK_KEY.task(taskId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return typeof Item?.taskToken === 'string' ? Item.taskToken : undefined;
    },

    signals: deskSignals(db, TableName),
    provisional: provisionalDueDates(db, TableName),
    moved: movedDueDates(db, TableName),
    supplements: supplementStore(db, TableName),
    materials: materialStore(db, TableName),
    waits: waitStore(db, TableName),
    pendingMoves: () => pendingIds(db, TableName, PENDING_MOVE),
    pendingRelays: () => pendingIds(db, TableName, PENDING_RELAY),
    pendingClosings: () => pendingIds(db, TableName, PENDING_CLOSING),
    markClosing: (caseId) => ({ write: { Put: { TableName, Item: DESK_KEY.pendingClosing(caseId) } } }),
    async closed(caseId) {
      await db.send(new DeleteCommand({ TableName, Key: DESK_KEY.pendingClosing(caseId) }));
    },

    async relayed(taskId) {
      await setRelayed(db, TableName, taskId);
      await abandonRelay(taskId);
    },
  };
}

/** What is marked in one of the partitions of pending work, oldest id first, at most 100. */
async function pendingIds(db: DynamoDBDocumentClient, TableName: string, pk: string): Promise<string[]> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      Limit: 100,
    }),
  );
  return z
    .array(z.object({ sk: z.string() }))
    .parse(Items)
    .map(({ sk }) => sk);
}

async function setRelayed(db: DynamoDBDocumentClient, TableName: string, taskId: string): Promise<void> {
  // It may be relayed before: a machine that was resumed asks again, and is told again.
  await unlessChanged(
    db.send(
      new UpdateCommand({
        TableName,
        Key: DESK_KEY.task(taskId),
        ConditionExpression: DESK_CONDITION.decided,
        UpdateExpression: 'SET #status = :relayed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':decided': 'DECIDED', ':relayed': 'RELAYED' },
      }),
    ),
  );
}
