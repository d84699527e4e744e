import { createHash, randomUUID } from 'node:crypto';
import type { JsonValue } from '../../json.ts';
import type { MapState } from '../definition/machine.ts';
import { withDetails } from '../history/event-text.ts';
import { Payload } from '../payload.ts';
import type { MachineRecord } from '../registry/machine-record.ts';
import type { MapRunRecord, ProcessorStep } from '../registry/map-run-record.ts';
import { batchItems } from '../state/item-batcher.ts';
import { readItems } from '../state/item-reader.ts';
import { countOf, inputsOf, percentageOf } from '../state/map-fields.ts';
import { executing } from './evaluation.ts';
import type { Thread } from './execution.ts';
import { checkSize, finishState } from './finish-state.ts';
import { StateError } from './state-error.ts';
import { attemptStep } from './step.ts';
import type { Turn } from './turn.ts';

/** A distributed Map starts: its inputs are fixed and stored, its children follow. */
export async function startMapRun(turn: Turn, thread: Thread, state: MapState): Promise<void> {
  const items = await readItems(turn, thread, state);
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
  turn.record(
    thread,
    'MapStateStarted',
    withDetails('mapStateStartedEventDetails', { length: items.values.length }),
  );
  const run: MapRunRecord = {
    ...identity(turn, thread, state),
    ...limits,
    status: 'RUNNING',
    childCount: batches.inputs.length,
    itemCount: items.values.length,
    ...(batches.sizes !== undefined && { itemCounts: batches.sizes }),
    startedAt: turn.now,
  };
  turn.record(thread, 'MapRunStarted', withDetails('mapRunStartedEventDetails', { mapRunArn: run.arn }));
  turn.putMapRun(run);
  turn.setPhase(thread, { kind: 'mapRun', mapRun: run.number });
  turn.driveMapRun(run.number);
}

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
  const error = 'States.ExceedToleratedFailureThreshold';
  const cause = 'The specified tolerated failure threshold was exceeded';
  turn.record(thread, 'MapRunFailed', withDetails('mapRunFailedEventDetails', { error, cause }));
  turn.afterwards(() => turn.engine.abandonMapRun(run.number));
  throw new StateError(error, cause);
}
