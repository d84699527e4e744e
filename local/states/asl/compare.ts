import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Case, Expected } from './case-file.ts';
import { findDifference, findMissing } from './match.ts';
import { asRecorded } from './recorded-events.ts';
import type { Outcome } from './run-case.ts';

/** Everything in which the outcome is not the one expected; what was not recorded is not compared. */
export function differences(testCase: Case, outcome: Outcome): readonly string[] {
  const { expected } = testCase;
  return [
    ...compare('status', expected.status, outcome.status),
    ...compare('output', expected.output, outcome.output),
    ...compare('error', expected.error, outcome.error),
    ...compare('cause', expected.cause, outcome.cause),
    ...compareCauseJson(expected.causeJson, outcome.cause),
    ...compare('durationSeconds', expected.durationSeconds, outcome.durationSeconds),
    ...compareDiagnostics(expected, outcome),
    ...compareHistory(testCase, outcome),
  ];
}

function compareHistory({ expected, concurrent }: Case, { observation, status }: Outcome): string[] {
  // An express machine keeps no history.
  if (!observation || status === 'REFUSED') return [];
  const compareList = (
    name: string,
    wanted: readonly JsonValue[] | undefined,
    given: readonly JsonValue[],
  ): string[] => {
    if (wanted === undefined) return [];
    const found = concurrent ? findMissing(wanted, given) : findDifference([...wanted], [...given]);
    return found === undefined ? [] : [`${name}${found}`];
  };
  const listed = (name: 'statesEntered' | 'trace' | 'evaluationFailures') =>
    compareList(name, expected[name], observation[name]);
  const typesOf = (types: readonly string[]) => (expected.orderLost ? asRecorded(types) : types);
  return [
    ...listed('statesEntered'),
    ...compare('taskAttempts', expected.taskAttempts, observation.taskAttempts),
    ...listed('evaluationFailures'),
    ...listed('trace'),
    ...compareList(
      'eventTypes',
      expected.eventTypes && typesOf(expected.eventTypes),
      typesOf(observation.eventTypes),
    ),
  ];
}

/** Each diagnostic by the members that the case names. */
function compareDiagnostics(expected: Expected, outcome: Outcome): string[] {
  if (expected.diagnostics === undefined) return [];
  const names = new Set(expected.diagnostics.flatMap((diagnostic) => Object.keys(diagnostic)));
  const given = (outcome.diagnostics ?? []).map(
    (diagnostic): JsonObject =>
      Object.fromEntries(Object.entries(diagnostic).filter(([name]) => names.has(name))),
  );
  return compare('diagnostics', [...expected.diagnostics], given);
}

function compare(name: string, wanted: JsonValue | undefined, given: JsonValue | undefined): string[] {
  if (wanted === undefined) return [];
  const found = findDifference(wanted, given);
  return found === undefined ? [] : [`${name}${found}`];
}

/** A cause that is JSON text; that of a function's error is compared as match.ts says. */
function compareCauseJson(wanted: JsonValue | undefined, cause: string | undefined): string[] {
  if (wanted === undefined) return [];
  if (findDifference(JSON.stringify(wanted), cause) === undefined) return [];
  return compare('causeJson', wanted, parsed(cause));
}

function parsed(cause: string | undefined): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(cause ?? '');
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
