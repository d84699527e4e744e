import type { HistoryEvent } from '@aws-sdk/client-sfn';

/** One stay of an execution in a state. */
export interface StateVisit {
  readonly state: string;
  readonly type: string;
  readonly enteredAt: Date;
  exitedAt?: Date;
  /** Of a task: how often it was tried. */
  attempts: number;
  /** The last error in it, caught or not. */
  error?: string;
}

/** The stays in the order they began. */
export function stateVisits(events: readonly HistoryEvent[]): readonly StateVisit[] {
  const visits: StateVisit[] = [];
  const visitByEvent = new Map<number, StateVisit>();
  for (const event of events) {
    const visit = enter(event, visits) ?? visitByEvent.get(event.previousEventId ?? 0);
    if (visit === undefined) continue;
    visitByEvent.set(event.id ?? 0, visit);
    note(visit, event);
  }
  return visits;
}

function enter(event: HistoryEvent, visits: StateVisit[]): StateVisit | undefined {
  const name = event.stateEnteredEventDetails?.name;
  if (name === undefined) return undefined;
  const type = String(event.type).replace('StateEntered', '');
  const visit: StateVisit = { state: name, type, enteredAt: event.timestamp ?? new Date(0), attempts: 0 };
  visits.push(visit);
  return visit;
}

function note(visit: StateVisit, event: HistoryEvent): void {
  const type = String(event.type);
  const details = detailsOf(event);
  if (type.endsWith('Scheduled')) visit.attempts++;
  if (typeof details.error === 'string' && (!type.startsWith('Execution') || visit.type === 'Fail')) {
    visit.error = details.error;
  }
  if (event.stateExitedEventDetails?.name === visit.state && event.timestamp)
    visit.exitedAt = event.timestamp;
}

/** The one member of an event that tells more: `taskFailedEventDetails`, `stateEnteredEventDetails` ... */
export function detailsOf(event: HistoryEvent): Readonly<Record<string, unknown>> {
  for (const [member, value] of Object.entries(event)) {
    if (member.endsWith('EventDetails') && typeof value === 'object' && value !== null) return { ...value };
  }
  return {};
}
