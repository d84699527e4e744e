import type { JsonObject } from '../../json.ts';
import { givenName } from './arns.ts';
import type { Thread } from './execution.ts';
import type { MapItem } from './phase.ts';
import type { Turn } from './turn.ts';

/** What only some places add to the context object. */
export interface ContextExtras {
  readonly taskToken?: string;
  /** In ItemSelector: the item at hand. */
  readonly item?: MapItem;
}

/** `$states.context`. Source: developer guide, "Accessing execution data from the Context object". */
export function contextObject(turn: Turn, thread: Thread, extras: ContextExtras): JsonObject {
  const { execution } = turn;
  const { details, row } = execution;
  const item = extras.item ?? nearestItem(thread);
  return {
    Execution: {
      Id: execution.arn,
      Input: execution.input().value,
      Name: givenName(row.name),
      RoleArn: execution.roleArn,
      StartTime: new Date(row.startedAt).toISOString(),
      RedriveCount: details.redriveCount ?? 0,
      ...(details.redrivenAt !== undefined && { RedriveTime: new Date(details.redrivenAt).toISOString() }),
    },
    StateMachine: { Id: turn.engine.machines.arnOf(row.machine), Name: execution.revision.machineName },
    State: {
      Name: thread.state,
      EnteredTime: new Date(thread.enteredAt).toISOString(),
      // Only where there can be retries (measured on AWS).
      ...(retrying.has(thread.graph.States[thread.state]?.Type ?? '') && {
        RetryCount: thread.retries.reduce((sum, count) => sum + count, 0),
      }),
    },
    ...(extras.taskToken !== undefined && { Task: { Token: extras.taskToken } }),
    ...(item !== undefined && { Map: { Item: item as unknown as JsonObject } }),
  };
}

function nearestItem(thread: Thread): MapItem | undefined {
  return thread.item ?? (thread.parent === undefined ? undefined : nearestItem(thread.parent));
}

const retrying: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map']);
