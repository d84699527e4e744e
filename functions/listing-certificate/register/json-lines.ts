import * as z from 'zod';
import {
  COLUMN_NAMES,
  type RawLine,
  type RegisterColumn,
} from '../../../workflows/listing-certificate/register/columns.ts';
import { cellFault } from '../../../workflows/listing-certificate/register/rules/cell-fault.ts';
import type { FileLines } from './table-lines.ts';

/** Lines of a JSON list of records; the first record is line 1. @throws SyntaxError, ZodError where it is no such list */
export function jsonLines(bytes: Uint8Array): FileLines {
  const list = z
    .array(z.unknown())
    .parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  return { ok: true, lines: list.map((record, index) => rawLine(record, index + 1)) };
}

const AnyRecord = z.record(z.string(), z.unknown());
/** Of one record; more would only bury the others. */
const MOST_UNKNOWN = 20;
const COLUMNS: ReadonlySet<string> = new Set(COLUMN_NAMES);

function rawLine(record: unknown, line: number): RawLine {
  const object = AnyRecord.safeParse(record);
  if (!object.success) return { line, cells: {}, faults: [cellFault('record-not-an-object')] };
  const unknown = Object.keys(object.data)
    .filter((name) => !COLUMNS.has(name))
    .slice(0, MOST_UNKNOWN);
  const faults = unknown.map((name) => cellFault('column-unknown', name.slice(0, 100)));
  const cells: Partial<Record<RegisterColumn, string>> = {};
  for (const column of COLUMN_NAMES) cells[column] = textOf(object.data[column]);
  return { line, cells, ...(faults.length > 0 ? { faults } : {}) };
}

/** Anything but text, a number and a truth value counts as not entered. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
