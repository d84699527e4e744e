import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { JsonObject, JsonValue } from '../../json.ts';

/** What a history tells that a case can expect. */
export interface Observation {
  readonly statesEntered: readonly string[];
  readonly taskAttempts: Readonly<Record<string, number>>;
  readonly evaluationFailures: readonly JsonObject[];
  readonly trace: readonly JsonObject[];
  readonly eventTypes: readonly string[];
}

export function observe(events: readonly HistoryEvent[]): Observation {
  return {
    statesEntered: events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []),
    taskAttempts: countAttempts(events),
    evaluationFailures: events.map(evaluationFailure).filter(isThere),
    trace: events.map(traceEntry).filter(isThere),
    eventTypes: events.map((event) => event.type ?? ''),
  };
}

const SCHEDULED = new Set(['TaskScheduled', 'LambdaFunctionScheduled', 'ActivityScheduled']);

function countAttempts(events: readonly HistoryEvent[]): Record<string, number> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const attempts: Record<string, number> = {};
  for (const event of events.filter(({ type }) => SCHEDULED.has(type ?? ''))) {
    const state = stateOf(event, byId);
    attempts[state] = (attempts[state] ?? 0) + 1;
  }
  return attempts;
}

/** The state that an event belongs to: the one entered last on the way back to the start. */
function stateOf(event: HistoryEvent, byId: ReadonlyMap<number | undefined, HistoryEvent>): string {
  let at: HistoryEvent | undefined = event;
  while (at && nameIn(at) === undefined) at = byId.get(at.previousEventId);
  return at === undefined ? '' : (nameIn(at) ?? '');
}

function nameIn(event: HistoryEvent): string | undefined {
  return event.stateEnteredEventDetails?.name ?? event.evaluationFailedEventDetails?.state;
}

function evaluationFailure(event: HistoryEvent): JsonObject | undefined {
  const details = event.evaluationFailedEventDetails;
  if (!details) return undefined;
  const { state, location, error, cause } = details;
  return Object.fromEntries(
    Object.entries({ state, location, error, cause }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function traceEntry(event: HistoryEvent): JsonObject | undefined {
  const entered = event.stateEnteredEventDetails;
  if (entered) {
    const type = String(event.type).replace('StateEntered', '');
    return { event: 'entered', type, state: entered.name ?? '', input: parse(entered.input) };
  }
  const exited = event.stateExitedEventDetails;
  if (!exited) return undefined;
  const type = String(event.type).replace('StateExited', '');
  const entry = { event: 'exited', type, state: exited.name ?? '', output: parse(exited.output) };
  const assigned = Object.entries(exited.assignedVariables ?? {});
  if (assigned.length === 0) return entry;
  return { ...entry, assigned: Object.fromEntries(assigned.map(([name, text]) => [name, parse(text)])) };
}

function isThere(entry: JsonObject | undefined): entry is JsonObject {
  return entry !== undefined;
}

function parse(text: string | undefined): JsonValue {
  return text === undefined ? null : JSON.parse(text);
}
