import type { ApiCall } from './call.ts';
import { findExecution } from './find-execution.ts';
import { pageSize, pageToken, readPageToken } from './page-token.ts';

interface HistoryEvent {
  readonly id: number;
  readonly [member: string]: unknown;
}

export const getExecutionHistory: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('executionArn');
  authorize('GetExecutionHistory', arn);
  const row = findExecution(engine, arn);
  const reverse = fields.flag('reverseOrder');
  const size = pageSize(fields.optionalCount('maxResults'));
  const subject = `${arn} ${reverse}`;
  const from = readPageToken(fields.optionalText('nextToken'), subject) ?? (reverse ? row.lastEvent : 1);
  const [first, last] = reverse
    ? [Math.max(1, from - size + 1), from]
    : [from, Math.min(row.lastEvent, from + size - 1)];
  const read = JSON.parse(engine.history.read(row, first, last)) as HistoryEvent[];
  const events = read.filter(({ id }) => id >= first && id <= last);
  if (reverse) events.reverse();
  const next = reverse ? first - 1 : last + 1;
  const hasMore = reverse ? next >= 1 : next <= row.lastEvent;
  const shown = fields.optionalFlag('includeExecutionData') === false ? events.map(withoutData) : events;
  return { events: shown, ...(hasMore && { nextToken: pageToken(subject, next) }) };
};

const dataMembers: ReadonlySet<string> = new Set([
  'input',
  'output',
  'parameters',
  'cause',
  'error',
  'assignedVariables',
]);

/** `includeExecutionData: false` leaves the payloads away. */
function withoutData(event: HistoryEvent): object {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      name.endsWith('EventDetails') ? stripped(value as object) : value,
    ]),
  );
}

function stripped(details: object): object {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !dataMembers.has(name)));
}
