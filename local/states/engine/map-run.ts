import { createHash, randomUUID } from 'node:crypto';
import type { JsonValue } from '../../json.ts';
import type { MapState } from '../definition/machine.ts';
import { withDetails } from '../history/event-text.ts';
import { Payload } from '../payload.ts';
import type { MachineRecord } from '../registry/machine-record.ts';
import type { MapRunRecord, ProcessorStep } from '../registry/map-run-record.ts';
import { batchItems } from '../state/item-batcher.ts';
import { readItems } from '../state/item-reader.ts';
import { countOf, inputsOf, type MapItems, percentageOf } from '../state/map-fields.ts';
import { executing } from './evaluation.ts';
import type { Thread } from './execution.ts';
import { checkSize, finishState } from './finish-state.ts';
import { StateError } from './state-error.ts';
import { attemptStep } from './step.ts';
import type { Turn } from './turn.ts';

/** A distributed Map starts: its inputs are fixed and stored, its children follow. */
export async function startMapRun(turn: Turn, thread: Thread, state: MapState): Promise<void> {
  const items = await itemsToRun(turn, thread, state);
  const inputs =
    state.ItemSelector === undefined
      ? items.values
      : await inputsOf(turn, thread, state.ItemSelector, items.context);
  const batches = await batchItems(turn, thread, state, inputs);
  const limits = {
    maxConcurrency: (await countOf(turn, thread, state.MaxConcurrency, 'MaxConcurrency')) ?? 0,
    toleratedFailureCount:
      (await countOf(turn, thread, state.ToleratedFailureCount, 'ToleratedFailureCount')) ?? 0,
    toleratedFailurePercentage: (await percentageOf(turn, thread, state)) ?? 0,
  };
  thread.items = batches.inputs;
  turn.dataChanged(thread);
  const run: MapRunRecord = {
    ...identity(turn, thread, state),
    ...limits,
    status: 'RUNNING',
    childCount: batches.inputs.length,
    itemCount: items.values.length,
    ...(batches.sizes !== undefined && { itemCounts: batches.sizes }),
    startedAt: turn.now,
  };
  // What a reader will find is not known yet.
  recordStart(turn, thread, state.ItemReader === undefined ? items.values.length : 0, run.arn);
  turn.putMapRun(run);
  turn.setPhase(thread, { kind: 'mapRun', mapRun: run.number });
  turn.driveMapRun(run.number);
}

function recordStart(turn: Turn, thread: Thread, length: number, mapRunArn: string): void {
  turn.record(thread, 'MapStateStarted', withDetails('mapStateStartedEventDetails', { length }));
  turn.record(thread, 'MapRunStarted', withDetails('mapRunStartedEventDetails', { mapRunArn }));
}

/** The items; a reader that finds none is a failure of the map run. Source: LocalStack's recordings, scenarios, test_map_item_reader. */
async function itemsToRun(turn: Turn, thread: Thread, state: MapState): Promise<MapItems> {
  try {
    return await readItems(turn, thread, state);
  } catch (error) {
    if (error instanceof StateError && error.error === 'States.ItemReaderFailed') {
      const run = {
        ...identity(turn, thread, state),
        ...nothingRead,
        startedAt: turn.now,
        stoppedAt: turn.now,
      };
      recordStart(turn, thread, 0, run.arn);
      recordFailure(turn, thread, error);
      turn.putMapRun(run);
    }
    throw error;
  }
}

const nothingRead = {
  status: 'FAILED',
  maxConcurrency: 0,
  toleratedFailureCount: 0,
  toleratedFailurePercentage: 0,
  childCount: 0,
  itemCount: 0,
} as const;

type Identity = Pick<
  MapRunRecord,
  'number' | 'arn' | 'execution' | 'executionArn' | 'thread' | 'machine' | 'label' | 'type' | 'processor'
>;

function identity(turn: Turn, thread: Thread, state: MapState): Identity {
  const { execution, engine } = turn;
  const owner = engine.machines.machines.get(engine.machines.arnOf(execution.row.machine));
  if (owner === undefined) throw new Error(`${executing(thread)} Its machine is unknown.`);
  const label = state.Label ?? createHash('sha256').update(thread.state).digest('hex').slice(0, 10);
  const config = state.ItemProcessor.ProcessorConfig;
  const type = config?.Mode === 'DISTRIBUTED' ? config.ExecutionType : 'STANDARD';
  const machine: MachineRecord = engine.machines.mapRunMachine(topOf(turn, owner), label, type);
  return {
    number: engine.nextMapRun(),
    arn: `${machine.arn.replace(':stateMachine:', ':mapRun:')}:${randomUUID()}`,
    execution: execution.row.id,
    executionArn: execution.arn,
    thread: thread.id,
    machine: machine.number,
    label,
    type,
    processor: processorPath(turn, thread),
  };
}

/** A Map in a child of another map run belongs to the machine that was deployed. */
function topOf(turn: Turn, owner: MachineRecord): MachineRecord {
  const arn = owner.arn.replace(/\/[^:/]+$/, '');
  return turn.engine.machines.machines.get(arn) ?? owner;
}

function processorPath(turn: Turn, thread: Thread): readonly ProcessorStep[] {
  const { mapRunArn } = turn.execution.details;
  const outer = mapRunArn === undefined ? undefined : turn.engine.machines.mapRuns.get(mapRunArn)?.processor;
  const inner: ProcessorStep[] = [[thread.state, 0]];
  for (let child = thread; child.parent !== undefined; child = child.parent) {
    inner.unshift([child.parent.state, child.index]);
  }
  return [...(outer ?? []), ...inner];
}

/** All children have ended, or too many have failed. */
export async function finishMapRun(turn: Turn, run: MapRunRecord, isExceeded: boolean): Promise<void> {
  const thread = turn.execution.threads.get(run.thread);
  if (thread?.phase.kind !== 'mapRun' || thread.phase.mapRun !== run.number) return;
  const state = thread.graph.States[thread.state];
  if (state?.Type !== 'Map') return;
  turn.putMapRun({ ...run, status: isExceeded ? 'FAILED' : 'SUCCEEDED', stoppedAt: turn.now });
  thread.phase = { kind: 'mapRun', mapRun: run.number, isOver: true };
  await attemptStep(turn, thread, async () => {
    if (isExceeded) failMapRun(turn, thread, run);
    turn.record(thread, 'MapRunSucceeded', '');
    turn.recordBeside(thread, 'MapStateSucceeded', '');
    const outputs = turn.engine.mapRunOutputs(run.number).filter((text) => text !== undefined);
    const result = Payload.ofText(`[${outputs.join(',')}]`);
    checkSize(thread, result);
    const value = (): JsonValue => result.value;
    await finishState(turn, thread, { ...state, next: state.Next }, result, { result: value });
  });
}

function failMapRun(turn: Turn, thread: Thread, run: MapRunRecord): never {
  const failure = new StateError(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
  );
  recordFailure(turn, thread, failure);
  turn.afterwards(() => turn.engine.abandonMapRun(run.number));
  throw failure;
}

function recordFailure(turn: Turn, thread: Thread, { error, causeText }: StateError): void {
  turn.record(thread, 'MapRunFailed', withDetails('mapRunFailedEventDetails', { error, cause: causeText }));
}
