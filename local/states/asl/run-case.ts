import { createVirtualClock, type VirtualClock } from '../../clock.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { createStates } from '../index.ts';
import { apiOf, type CallApi, fieldOf, readHistory } from './api.ts';
import type { Case } from './case-file.ts';
import { type Observation, observe } from './observe.ts';
import { Stubs, stubInvoker } from './stub-functions.ts';

const ACCOUNT = '000000000000';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/machine`;
const STARTED_AT = Date.UTC(2026, 0, 1);
/** An execution that has not ended by then never will. */
const LONGEST_MS = 5 * 366 * 86_400_000;

/** What the engine made of a case. */
export interface Outcome {
  readonly status: string;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly durationSeconds?: number;
  readonly diagnostics?: readonly JsonObject[];
  /** Of a standard machine that ran. */
  readonly observation?: Observation;
}

/** Runs a case on an engine of its own, in memory, through the engine's API, on a virtual clock. */
export async function runCase(testCase: Case): Promise<Outcome> {
  const clock = createVirtualClock(STARTED_AT);
  const stubs = new Stubs(clock, (action, input) => callApi(action, input));
  const states = await createStates({
    file: ':memory:',
    // Without the clock's holds: a stub that takes its time waits for the clock itself.
    clock: { now: clock.now, at: clock.at },
    invoker: stubInvoker(testCase.functions ?? {}, stubs),
    call: (request) => playService(testCase, stubs, request.action, request.input as JsonValue),
    authorize: () => {},
    accountId: ACCOUNT,
    region: 'us-east-1',
    partition: 'aws',
    log: () => {},
  });
  const callApi = apiOf(states);
  try {
    return await runOn(testCase, callApi, clock);
  } finally {
    await states.close();
  }
}

async function runOn(testCase: Case, callApi: CallApi, clock: VirtualClock): Promise<Outcome> {
  const definition = JSON.stringify(definitionOf(testCase));
  const type = testCase.machineType ?? 'STANDARD';
  const validated = await callApi('ValidateStateMachineDefinition', { definition, type });
  if (isJsonObject(validated) && validated.result !== 'OK') {
    return { status: 'REFUSED', diagnostics: validated.diagnostics as JsonObject[] };
  }
  for (const [name, machine] of Object.entries(testCase.machines ?? {})) {
    await callApi('CreateStateMachine', { name, definition: JSON.stringify(machine), roleArn: ROLE });
  }
  const created = await callApi('CreateStateMachine', { name: 'case', definition, roleArn: ROLE, type });
  const stateMachineArn = fieldOf(created, 'stateMachineArn');
  const input = JSON.stringify(testCase.input === undefined ? {} : testCase.input);
  return type === 'EXPRESS'
    ? runExpress({ stateMachineArn, input }, callApi, clock)
    : runStandard({ stateMachineArn, input, name: 'execution' }, callApi, clock);
}

/** Where every state is neutral, a definition without QueryLanguage means JSONata (format of the recorded cases). */
function definitionOf({ definition, neutralStates }: Case): JsonObject {
  return neutralStates && definition.QueryLanguage === undefined
    ? { ...definition, QueryLanguage: 'JSONata' }
    : definition;
}

async function runStandard(start: object, callApi: CallApi, clock: VirtualClock): Promise<Outcome> {
  const executionArn = fieldOf(await callApi('StartExecution', start), 'executionArn');
  const describe = () => callApi('DescribeExecution', { executionArn });
  const ended = await advanceUntil(clock, async () => {
    const description = await describe();
    return fieldOf(description, 'status') === 'RUNNING' ? undefined : description;
  });
  const events = await readHistory(executionArn, callApi);
  return { ...outcomeOf(ended ?? (await describe())), observation: observe(events) };
}

async function runExpress(start: object, callApi: CallApi, clock: VirtualClock): Promise<Outcome> {
  let answer: JsonValue | undefined;
  let failure: unknown;
  callApi('StartSyncExecution', start).then(
    (given) => {
      answer = given;
    },
    (thrown: unknown) => {
      failure = thrown;
    },
  );
  await advanceUntil(clock, async () => answer ?? failure);
  if (answer === undefined) throw failure ?? new Error('the express execution does not end');
  return outcomeOf(answer);
}

/** Moves the clock on, faster and faster, until there is a result. */
async function advanceUntil<T>(
  clock: VirtualClock,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let stepMs = 0; clock.now() < STARTED_AT + LONGEST_MS; stepMs = Math.max(1_000, stepMs * 2)) {
    await clock.advance(stepMs);
    const found = await look();
    if (found !== undefined) return found;
  }
  return undefined;
}

function outcomeOf(description: JsonValue): Outcome {
  if (!isJsonObject(description)) throw new Error('an execution is described by an object');
  const { status, output, error, cause, startDate, stopDate } = description;
  return {
    status: String(status),
    ...(typeof output === 'string' ? { output: JSON.parse(output) } : {}),
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof cause === 'string' ? { cause } : {}),
    ...(stopDate === undefined ? {} : { durationSeconds: Number(stopDate) - Number(startDate) }),
  };
}

async function playService(
  testCase: Case,
  stubs: Stubs,
  action: string,
  input: JsonValue,
): Promise<JsonValue> {
  const behaviour = testCase.services?.[action];
  if (!behaviour) throw new Error(`the case has no service for ${action}`);
  const answer = await stubs.play(behaviour, input);
  if ('value' in answer) return answer.value;
  throw Object.assign(new Error(answer.errorMessage), { name: answer.errorType });
}
