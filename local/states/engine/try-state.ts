import type { JsonObject, JsonValue } from '../../json.ts';
import { parseDefinition } from '../definition/parse.ts';
import type { TaskAnswer } from '../integration/integration.ts';
import type { Payload } from '../payload.ts';
import { callTask } from './call-task.ts';
import type { Engine } from './engine.ts';
import type { Execution, Thread } from './execution.ts';
import { advance } from './step.ts';
import { applyStimulus, type Stimulus } from './stimulus.ts';
import { argumentsAndResult, catchOf, type ErrorDetails, type Event, retryOf } from './trial-details.ts';
import { Turn } from './turn.ts';

export interface TrialSpec {
  /** A machine whose first state is tried; all others end it. */
  readonly definition: string;
  readonly input: Payload;
  readonly variables: JsonObject;
  readonly roleArn?: string;
  /** Instead of the call of a task. */
  readonly mocked?: TaskAnswer;
}

/** What one state came to. */
export interface StateTrial {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly input: string;
  readonly output?: string;
  readonly afterArguments?: string;
  readonly result?: string;
  readonly variables?: string;
  readonly errorDetails?: ErrorDetails;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
}

/** Runs one state outside of any store: waits are over at once, tasks are really called unless mocked. */
export async function tryState(engine: Engine, spec: TrialSpec): Promise<StateTrial> {
  const execution = trialExecution(engine, spec);
  const events: Event[] = [];
  let stimulus: Stimulus | undefined = { kind: 'begin' };
  while (stimulus !== undefined && execution.outcome === undefined) {
    events.push(...(await turnOf(engine, execution, stimulus, spec.variables)));
    stimulus = await nextStimulus(engine, execution, spec);
  }
  return trialOf(execution, events, spec.input);
}

async function turnOf(
  engine: Engine,
  execution: Execution,
  stimulus: Stimulus,
  variables: JsonObject,
): Promise<readonly Event[]> {
  const turn = new Turn(execution, engine);
  await applyStimulus(turn, stimulus);
  const main = execution.threads.get(0);
  if (stimulus.kind === 'begin' && main !== undefined) main.variables = variables;
  await advance(turn);
  return JSON.parse(`[${turn.takeChange()?.events ?? ''}]`) as readonly Event[];
}

/** What the state waits for: the answer of its task, or the end of its wait. A retry is not waited for. */
async function nextStimulus(
  engine: Engine,
  execution: Execution,
  spec: TrialSpec,
): Promise<Stimulus | undefined> {
  for (const thread of execution.threads.values()) {
    if (thread.phase.kind === 'task') {
      const { attempt } = thread.phase;
      const answer = spec.mocked ?? (await callTask(engine, execution, thread, attempt));
      const kind = thread.phase.submitted ? 'child-ended' : 'answer';
      return { kind, thread: thread.id, attempt, answer };
    }
    if (thread.phase.kind === 'wait') {
      thread.phase = { kind: 'wait', until: engine.clock.now() };
      return { kind: 'timer', thread: thread.id };
    }
  }
  return undefined;
}

function trialExecution(engine: Engine, { definition, input, roleArn = '' }: TrialSpec): Execution {
  const parsed = parseDefinition(definition);
  if (!('machine' in parsed)) throw new Error('the definition was checked before');
  const now = engine.clock.now();
  const record = { number: 0, machineArn: '', revisionId: '', definition, roleArn, createdAt: now };
  return {
    row: {
      id: 0,
      machine: 0,
      revision: 0,
      name: 'TestState',
      status: 'RUNNING',
      startedAt: now,
      stoppedAt: null,
      lastEvent: 0,
      firstBatch: 0,
      lastBatch: 0,
      mapRun: null,
      details: null,
    },
    arn: `arn:${engine.partition}:states:${engine.region}:${engine.accountId}:execution:TestState:TestState`,
    revision: { ...record, machine: parsed.machine, type: 'STANDARD', machineName: 'TestState' },
    graph: parsed.machine,
    details: {},
    input: () => input,
    threads: new Map<number, Thread>(),
    ready: [],
    roleArn,
    nextThread: 0,
    isNew: true,
    isVolatile: true,
    outcome: undefined,
  };
}

function trialOf(execution: Execution, events: readonly Event[], given: Payload): StateTrial {
  const input = given.text;
  const exit = events.find(({ type }) => type.endsWith('StateExited'))?.stateExitedEventDetails;
  const failure = events.map(failureOf).find((found) => found !== undefined);
  const common = { input, ...argumentsAndResult(events) };
  if (exit === undefined) {
    const status = execution.outcome === undefined ? 'RETRIABLE' : 'FAILED';
    const ended = execution.outcome?.status === 'FAILED' ? execution.outcome : failure;
    return { ...common, status, ...(ended && { ...named(ended) }), ...retryOf(execution) };
  }
  const entered = events.filter(({ stateEnteredEventDetails: details }) => details !== undefined);
  const nextState = entered[1]?.stateEnteredEventDetails?.name;
  const output = exit.output;
  return {
    ...common,
    status: failure === undefined ? 'SUCCEEDED' : 'CAUGHT_ERROR',
    ...(failure && { ...named(failure), ...catchOf(execution, failure) }),
    ...(output !== undefined && { output }),
    ...(exit.assignedVariables !== undefined && {
      variables: plain(exit.assignedVariables as unknown as JsonObject),
    }),
    ...(nextState !== undefined && { nextState }),
  };
}

interface Failure {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

function named({ error, cause }: Failure): { error?: string; cause?: string } {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

function failureOf(event: Event): Failure | undefined {
  const { taskFailedEventDetails, lambdaFunctionFailedEventDetails, evaluationFailedEventDetails } = event;
  return taskFailedEventDetails ?? lambdaFunctionFailedEventDetails ?? evaluationFailedEventDetails;
}

/** In events each variable is JSON text of its own. */
function plain(assigned: JsonObject): string {
  const values = Object.entries(assigned).map(([name, text]) => [
    name,
    JSON.parse(String(text)) as JsonValue,
  ]);
  return JSON.stringify(Object.fromEntries(values));
}
