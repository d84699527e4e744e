import { isDeepStrictEqual } from 'node:util';
import { countChanges, holderChanges } from '../../../workflows/shared/desk-counts.ts';
import { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { countShardOf, DESK_KEY, indexKeys, type Key } from './desk-key.ts';
import { provisionalWrites } from './desk-provisional.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

/** What may change in a task; `undefined` takes an attribute away. */
export type TaskChange = { readonly [Name in keyof DeskTaskSummary]?: DeskTaskSummary[Name] | undefined };

export interface TaskStep {
  readonly before?: DeskTaskSummary | undefined;
  readonly after: DeskTaskSummary;
}

/**
 * The one way a task changes: its row on condition that it is as it was read, its places in the indexes, and the counters it
 * stands in. Two to five writes; compose them with the audit entry, and wrap read and commit in `untilFresh`.
 */
export function changeTask(TableName: string, read: DeskTaskSummary, change: TaskChange): GuardedWrite[] {
  return changeTasks(TableName, [{ read, change }]);
}

/** {@link changeTask} of several in one transaction. */
export function changeTasks(
  TableName: string,
  changes: readonly { readonly read: DeskTaskSummary; readonly change: TaskChange }[],
): GuardedWrite[] {
  const steps = changes.map(({ read, change }) => {
    const before = DeskTaskSummary.strip().parse(read);
    return { before, after: DeskTaskSummary.parse({ ...before, ...change }) };
  });
  return [
    ...steps.map(({ before, after }) => updateRow(TableName, before, after)),
    ...counterWrites(TableName, steps),
    ...steps.flatMap(({ before, after }) => provisionalWrites(TableName, after.taskId, before, after)),
  ];
}

function updateRow(TableName: string, before: DeskTaskSummary, after: DeskTaskSummary): GuardedWrite {
  const { set, remove } = differences(rowOf(before), rowOf(after));
  const assignments = Object.keys(set).map((name) => `#${name} = :${name}`);
  return {
    write: {
      Update: {
        TableName,
        Key: DESK_KEY.task(before.taskId),
        ConditionExpression: `${DESK_CONDITION.asRead} AND ${before.overdueAt ? DESK_CONDITION.overdue : DESK_CONDITION.notOverdue}`,
        UpdateExpression: [
          `SET ${assignments.join(', ')}`,
          ...(remove.length > 0 ? [`REMOVE ${remove.map((name) => `#${name}`).join(', ')}`] : []),
        ].join(' '),
        ExpressionAttributeNames: {
          ...Object.fromEntries([...Object.keys(set), ...remove].map((name) => [`#${name}`, name])),
          '#status': 'status',
          '#version': 'version',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
          ':readStatus': before.status,
          ':readVersion': before.version,
          ':readDueAt': before.dueAt,
        },
      },
    },
    otherwise: () => new StaleReadError(`task ${before.taskId}`),
  };
}

const rowOf = (task: DeskTaskSummary): Record<string, unknown> => ({ ...task, ...indexKeys(task) });

function differences(before: Record<string, unknown>, after: Record<string, unknown>) {
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const remove = changed.filter((name) => after[name] === undefined);
  const set = Object.fromEntries(
    changed.filter((name) => after[name] !== undefined).map((name) => [name, after[name]]),
  );
  return { set, remove };
}

/** Moves the counters that tasks stand in, each counter once; without `before` a task is new. */
export function counterWrites(TableName: string, steps: readonly TaskStep[]): GuardedWrite[] {
  const moves = new Map<string, { readonly Key: Key; readonly by: Map<string, number> }>();
  const move = (Key: Key, name: string, by: number) => {
    const item = moves.get(`${Key.pk}\n${Key.sk}`) ?? { Key, by: new Map<string, number>() };
    item.by.set(name, (item.by.get(name) ?? 0) + by);
    moves.set(`${Key.pk}\n${Key.sk}`, item);
  };
  for (const { before, after } of steps) {
    const { taskId, departmentId, workflow } = after;
    const shared = DESK_KEY.counts(countShardOf(taskId), departmentId, workflow);
    for (const [name, by] of countChanges(before, after)) move(shared, name, by);
    for (const [personId, by] of holderChanges(before, after)) {
      move(DESK_KEY.officerCounts(departmentId, personId), 'open', by);
    }
  }
  return [...moves.values()].map(({ Key, by }) => add(TableName, Key, by));
}

function add(TableName: string, Key: Key, by: ReadonlyMap<string, number>): GuardedWrite {
  const names = [...by.keys()];
  return {
    write: {
      Update: {
        TableName,
        Key,
        UpdateExpression: `ADD ${names.map((name) => `#${name} :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, by.get(name)])),
      },
    },
  };
}
