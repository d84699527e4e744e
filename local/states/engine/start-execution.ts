import { randomUUID } from 'node:crypto';
import type { Payload } from '../payload.ts';
import type { MachineRecord, MachineType, Revision } from '../registry/machine-record.ts';
import { executionArn, storedName } from './arns.ts';
import type { Engine } from './engine.ts';
import type { Execution, ExecutionDetails } from './execution.ts';
import { graphOf } from './load-execution.ts';

export interface NewExecution {
  readonly machine: MachineRecord;
  /** Number of the revision to run: the machine's latest, or a version's. */
  readonly revision: number;
  readonly name: string;
  readonly input: Payload;
  readonly details: ExecutionDetails;
  /** Number of the map run whose child it is. */
  readonly mapRun?: number;
  /** Of an Express execution whose caller waits for the end: nothing is stored, as nobody would ask for it. */
  readonly isSynchronous?: boolean;
}

/** A new execution in memory; its first turn records its start and stores it. */
export function createExecution(engine: Engine, id: number, spec: NewExecution): Execution {
  const { machine, name, input, details } = spec;
  const revision = engine.machines.revision(spec.revision);
  const now = engine.clock.now();
  const isChild = spec.mapRun !== undefined;
  const timeout = timeoutSeconds(revision, machine.type, isChild);
  const stored = storedName(isChild ? 'STANDARD' : machine.type, name, randomUUID());
  return {
    row: {
      id,
      machine: machine.number,
      revision: spec.revision,
      name: stored,
      status: 'RUNNING',
      startedAt: now,
      stoppedAt: null,
      lastEvent: 0,
      firstBatch: 0,
      lastBatch: 0,
      mapRun: spec.mapRun ?? null,
      details: Object.keys(details).length === 0 ? null : JSON.stringify(details),
    },
    arn: executionArn(machine.arn, stored),
    revision,
    graph: graphOf(engine, revision, details),
    details: timeout === undefined ? details : { ...details, deadlineAt: now + timeout * 1000 },
    input: () => input,
    threads: new Map(),
    ready: [],
    roleArn: revision.roleArn,
    nextThread: 0,
    isNew: true,
    isVolatile: spec.isSynchronous === true,
    outcome: undefined,
  };
}

/** An Express execution runs for five minutes at most. Source: developer guide, "Choosing workflow type". */
const expressSeconds = 300;

/** The machine's TimeoutSeconds are those of its own executions, not of its map runs' children. */
export function timeoutSeconds(
  { machine }: Revision,
  type: MachineType,
  isChild: boolean,
): number | undefined {
  const own = isChild ? undefined : machine.TimeoutSeconds;
  return type === 'EXPRESS' ? Math.min(own ?? expressSeconds, expressSeconds) : own;
}
