import type { JsonObject, JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import { type StateTrial, tryState } from '../engine/try-state.ts';
import type { TaskAnswer } from '../integration/integration.ts';
import { Payload } from '../payload.ts';
import { ApiError } from './api-error.ts';
import type { ApiCall } from './call.ts';
import { checkDefinition } from './check-definition.ts';
import type { Fields } from './fields.ts';
import { readInput } from './input.ts';

/** Tries one state. Source: API reference, TestState; of `mock`, result and errorOutput are taken. */
export const testState: ApiCall = async ({ engine, authorize }, fields) => {
  authorize('TestState', '*');
  refuseUnsupported(fields);
  const state = readState(fields.text('definition'), fields.optionalText('stateName'));
  const variables = readVariables(fields.optionalText('variables'));
  const machine = machineOf(state);
  checkDefinition(JSON.stringify(machine));
  const roleArn = fields.optionalText('roleArn');
  const mocked = readMock(fields);
  refuseUntestable(state, mocked !== undefined);
  const trial = await tryState(engine, {
    definition: JSON.stringify(machine),
    input: readInput(fields.optionalText('input')),
    variables,
    ...(roleArn !== undefined && { roleArn }),
    ...(mocked !== undefined && { mocked }),
  });
  const level = fields.optionalText('inspectionLevel') ?? 'INFO';
  return { ...answerOf(trial), ...(level !== 'INFO' && { inspectionData: inspection(trial) }) };
};

function answerOf({ status, output, error, cause, nextState }: StateTrial): object {
  return {
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(nextState !== undefined && { nextState }),
  };
}

function inspection({ input, afterArguments, result, variables, errorDetails }: StateTrial): object {
  return {
    input,
    ...(afterArguments !== undefined && { afterArguments }),
    ...(result !== undefined && { result }),
    ...(variables !== undefined && { variables }),
    ...(errorDetails !== undefined && { errorDetails }),
  };
}

/** What would change the outcome if it were read over. */
function refuseUnsupported(fields: Fields): void {
  const unsupported = ['context', 'stateConfiguration'].find((name) => fields.get(name) !== undefined);
  if (unsupported === undefined) return;
  throw new ApiError('ValidationException', `TestState does not take '${unsupported}' in this runtime`);
}

/** The definition is that of a state, or of a machine of which one state is named. */
function readState(definition: string, stateName: string | undefined): JsonObject {
  const value = parse(definition, 'InvalidDefinition', 'Invalid State Machine Definition');
  const state = stateName === undefined ? value : findState(value, stateName);
  if (isJsonObject(state) && typeof state.Type === 'string') return state;
  if (stateName !== undefined)
    throw new ApiError('ValidationException', `State '${stateName}' not found in definition`);
  throw new ApiError(
    'InvalidDefinition',
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: TestState takes the definition of one state'",
  );
}

/** A state by its name, which is unique in the whole machine. */
function findState(value: JsonValue, name: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const states = isJsonObject(value) && isJsonObject(value.States) ? value.States : {};
  if (Object.hasOwn(states, name)) return states[name];
  for (const inner of Object.values(value)) {
    const found = findState(inner as JsonValue, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What only a stored execution can do. */
function refuseUntestable({ Resource, ItemProcessor }: JsonObject, isMocked: boolean): void {
  const awaits = typeof Resource === 'string' && /\.(waitForTaskToken|sync(:2)?)$/.test(Resource);
  if (awaits && !isMocked) {
    throw new ApiError(
      'ValidationException',
      `TestState needs a mock for the service integration ${Resource}`,
    );
  }
  const config = isJsonObject(ItemProcessor) ? ItemProcessor.ProcessorConfig : undefined;
  if (isJsonObject(config) && config.Mode === 'DISTRIBUTED') {
    throw new ApiError('ValidationException', 'TestState does not run a distributed Map in this runtime');
  }
}

function readVariables(text: string | undefined): JsonObject {
  if (text === undefined) return {};
  const value = parse(text, 'ValidationException', 'Invalid variables');
  if (isJsonObject(value)) return value;
  throw new ApiError('ValidationException', 'The variables must be a JSON object');
}

function parse(text: string, error: string, prefix: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw new ApiError(error, `${prefix}: '${cause instanceof Error ? cause.message : String(cause)}'`);
  }
}

/** What stands in for the call of a task. */
function readMock(fields: Fields): TaskAnswer | undefined {
  const mock = fields.get('mock');
  if (!isJsonObject(mock)) return undefined;
  if (typeof mock.result === 'string') return { ok: true, output: Payload.ofText(mock.result) };
  const { errorOutput } = mock;
  if (!isJsonObject(errorOutput))
    throw new ApiError('ValidationException', 'A mock needs a result or an errorOutput');
  return { ok: false, error: String(errorOutput.error ?? ''), cause: String(errorOutput.cause ?? '') };
}

/** A machine that starts at the state and ends wherever it leads. */
function machineOf(state: JsonObject): JsonObject {
  const targets = new Set<string>();
  const collect = (value: JsonValue | undefined): void => {
    if (typeof value === 'string') targets.add(value);
  };
  collect(state.Next);
  collect(state.Default);
  for (const list of [state.Choices, state.Catch]) {
    if (Array.isArray(list))
      for (const rule of list as readonly JsonValue[]) if (isJsonObject(rule)) collect(rule.Next);
  }
  const ends = Object.fromEntries([...targets].map((name) => [name, { Type: 'Succeed' }]));
  const first = targets.has('State') ? 'State (under test)' : 'State';
  return { QueryLanguage: 'JSONata', StartAt: first, States: { ...ends, [first]: state } };
}
