import { localInstant } from '../working-days.ts';
import type { StateVisit } from './execution.ts';

/** What is read of an event: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html */
export interface PastEvent {
  readonly id?: number | undefined;
  readonly previousEventId?: number | undefined;
  readonly type?: string | undefined;
  readonly timestamp?: Date | undefined;
  readonly stateEnteredEventDetails?: { readonly name?: string | undefined } | undefined;
  readonly stateExitedEventDetails?: { readonly name?: string | undefined } | undefined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The stays of an execution in its states, in the order they began. An event belongs to the stay of the event it follows. */
export function stateVisits(events: readonly PastEvent[]): readonly StateVisit[] {
  const visits: StateVisit[] = [];
  const byEvent = new Map<number, Writable<StateVisit>>();
  for (const event of events) {
    const entered = entering(event);
    if (entered) visits.push(entered);
    const visit = entered ?? byEvent.get(event.previousEventId ?? 0);
    if (!visit) continue;
    byEvent.set(event.id ?? 0, visit);
    note(visit, event);
  }
  return visits;
}

function entering({ stateEnteredEventDetails, timestamp }: PastEvent): Writable<StateVisit> | undefined {
  const state = stateEnteredEventDetails?.name;
  return state === undefined || !timestamp
    ? undefined
    : { state, enteredAt: localInstant(timestamp), tries: 0 };
}

function note(visit: Writable<StateVisit>, event: PastEvent): void {
  const { type = '', timestamp, stateExitedEventDetails } = event;
  if (type.endsWith('Scheduled')) visit.tries++;
  const error = errorOf(event);
  if (error !== undefined) visit.error = error;
  if (stateExitedEventDetails?.name === visit.state && timestamp) visit.exitedAt = localInstant(timestamp);
}

/** Each kind of event has its own member of details; those of a failure name the error. */
function errorOf(event: PastEvent): string | undefined {
  for (const [member, details] of Object.entries(event)) {
    if (!member.endsWith('EventDetails') || typeof details !== 'object' || details === null) continue;
    if ('error' in details && typeof details.error === 'string') return details.error;
  }
  return undefined;
}
