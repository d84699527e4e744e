import {
  COLUMN_NAMES,
  columnOf,
  type RawLine,
  type RegisterColumn,
} from '../../../workflows/listing-certificate/register/columns.ts';
import type { CellFault, LineFaults } from '../../../workflows/listing-certificate/register/contract.ts';
import { cellFault } from '../../../workflows/listing-certificate/register/rules/cell-fault.ts';

/** The lines of a file, or what is wrong with the file as a whole. */
export type FileLines =
  | { readonly ok: true; readonly lines: readonly RawLine[] }
  | { readonly ok: false; readonly lines: readonly LineFaults[] };

/** One fault of the whole file. */
export function wholeFile(fault: CellFault): FileLines {
  return { ok: false, lines: [{ line: 0, faults: [fault] }] };
}

/** Lines of a table whose first row is the heading, in any order of columns; blank rows are passed over and counted. */
export function tableLines(rows: readonly (readonly string[])[]): FileLines {
  const [heading, ...body] = rows;
  if (!heading || isBlank(heading)) return wholeFile(cellFault('file-empty'));
  const columns = heading.map(columnOf);
  const faults = headingFaults(heading, columns);
  if (faults.length > 0) return { ok: false, lines: [{ line: 1, faults }] };
  const lines = body.flatMap((row, index) => (isBlank(row) ? [] : [rawLine(row, columns, index + 2)]));
  return { ok: true, lines };
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

type Columns = readonly (RegisterColumn | undefined)[];

function headingFaults(heading: readonly string[], columns: Columns): CellFault[] {
  const each = heading.flatMap((name, index) => {
    const column = columns[index];
    if (column === undefined)
      return name.trim() === '' ? [] : [cellFault('column-unknown', name.slice(0, 100))];
    return columns.indexOf(column) < index ? [cellFault('column-duplicate', column)] : [];
  });
  const missing = COLUMN_NAMES.filter((column) => !columns.includes(column));
  return [...each, ...missing.map((column) => cellFault('column-missing', column))];
}

function rawLine(row: readonly string[], columns: Columns, line: number): RawLine {
  const cells: Partial<Record<RegisterColumn, string>> = {};
  let surplus = false;
  row.forEach((cell, index) => {
    const column = columns[index];
    if (column) cells[column] = cell;
    else surplus ||= cell.trim() !== '';
  });
  return { line, cells, ...(surplus ? { faults: [cellFault('line-too-long')] } : {}) };
}
