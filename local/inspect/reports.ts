import type { DescribeExecutionOutput, ExecutionListItem, HistoryEvent } from '@aws-sdk/client-sfn';
import { type StateVisit, stateVisits } from './state-visits.ts';
import { durationText, eventText, instantText, tableText } from './text.ts';

/** `executions`: a table of executions. */
export function executionsReport(executions: readonly ExecutionListItem[], now: Date): string {
  return tableText(
    ['started', 'status', 'took', 'machine', 'name'],
    executions.map(({ startDate, stopDate, status, stateMachineArn, name }) => [
      instantText(startDate),
      status ?? '',
      tookText(startDate, stopDate, now),
      stateMachineArn?.split(':').at(-1) ?? '',
      name ?? '',
    ]),
  );
}

/** `history`: a table of events, with the time since the start. */
export function historyReport(events: readonly HistoryEvent[]): string {
  const start = events[0]?.timestamp?.getTime() ?? 0;
  return tableText(
    ['#', 'after', 'event', 'details'],
    events.map((event) => [
      String(event.id),
      durationText((event.timestamp?.getTime() ?? start) - start),
      String(event.type),
      eventText(event),
    ]),
  );
}

/** `describe`: what an execution was given, where it stands and what came of it. */
export function describeReport(
  execution: DescribeExecutionOutput,
  events: readonly HistoryEvent[],
  now: Date,
): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['execution', execution.executionArn],
    ['status', execution.status],
    ['started', instantText(execution.startDate)],
    ['stopped', instantText(execution.stopDate)],
    ['took', tookText(execution.startDate, execution.stopDate, now)],
    ['input', pretty(execution.input)],
    ['output', pretty(execution.output)],
    ['error', execution.error],
    ['cause', pretty(execution.cause)],
  ];
  const known = facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
  const lines = known.map(([label, text]) => `${label.padEnd(10)} ${text.replaceAll('\n', `\n${INDENT}`)}`);
  return `${lines.join('\n')}\n${visitsReport(stateVisits(events), execution.stopDate, now)}`;
}

const INDENT = ' '.repeat(11);

/** A state that was not left when the execution ended has taken until then. */
function visitsReport(visits: readonly StateVisit[], stoppedAt: Date | undefined, now: Date): string {
  return tableText(
    ['entered', 'state', 'type', 'took', 'tries', 'error'],
    visits.map((visit) => [
      instantText(visit.enteredAt),
      visit.state,
      visit.type,
      tookText(visit.enteredAt, visit.exitedAt ?? stoppedAt, now),
      visit.attempts > 0 ? String(visit.attempts) : '',
      visit.error ?? '',
    ]),
  );
}

/** What is not over yet has taken until now. */
function tookText(start: Date | undefined, stop: Date | undefined, now: Date): string {
  if (start === undefined) return '';
  const ms = Math.max(0, (stop ?? now).getTime() - start.getTime());
  return stop === undefined ? `${durationText(ms)} …` : durationText(ms);
}

function pretty(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
