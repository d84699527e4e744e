import type { HistoryEvent } from '@aws-sdk/client-sfn';
import Table from 'cli-table3';
import { detailsOf } from './state-visits.ts';

/** A table for the terminal; Chinese characters take two columns. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** An instant in the machine's time zone: `2026-11-24 08:00:00.123`. */
export function instantText(instant: Date | undefined): string {
  if (instant === undefined) return '';
  const two = (value: number, width = 2) => String(value).padStart(width, '0');
  const day = [instant.getFullYear(), two(instant.getMonth() + 1), two(instant.getDate())].join('-');
  const time = [instant.getHours(), instant.getMinutes(), instant.getSeconds()]
    .map((value) => two(value))
    .join(':');
  return `${day} ${time}.${two(instant.getMilliseconds(), 3)}`;
}

/** A span of time, in the two largest units that matter: `3 d 4 h`, `1.5 s`, `12 ms`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ];
  const first = units.findIndex(([, size]) => ms >= size);
  let left = ms;
  const parts: string[] = [];
  for (const [unit, size] of units.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.join(' ');
}

const LONGEST_DETAIL = 100;

/** What an event tells besides its type: the state, the error, the data. */
export function eventText(event: HistoryEvent): string {
  const details = detailsOf(event);
  return ['name', 'resource', 'index', 'location', 'error', 'cause', 'input', 'parameters', 'output']
    .filter((member) => details[member] !== undefined && details[member] !== '')
    .map((member) =>
      member === 'name' ? String(details.name) : `${member} ${shortened(String(details[member]))}`,
    )
    .join(', ');
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST_DETAIL ? line : `${line.slice(0, LONGEST_DETAIL)}…`;
}
