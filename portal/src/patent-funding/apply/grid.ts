import { APPLICATION_COLUMNS } from '../../../../workflows/patent-funding/table/application-columns.ts';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { relocatedFaults } from '../../../../workflows/shared/table/relocated-faults.ts';
import { linePointer, type TableLines, tableLines } from '../../../../workflows/shared/table/table-lines.ts';
import { isBlank, type Row } from './draft.ts';

/** The table as the platform reads one that comes in a file: the same cells, the same faults. */

export const HEADINGS = APPLICATION_COLUMNS.map(({ headings: [first] }) => first);
const AT = '/patents';

/** Rows that nothing was written into count as blank lines, so that a line of the table stays where it is. */
export function readGrid(rows: readonly Row[]): TableLines {
  const cells = rows.map((row) =>
    APPLICATION_COLUMNS.map(({ field }) => (isBlank(row) ? '' : (row[field] ?? ''))),
  );
  return tableLines([HEADINGS, ...cells], APPLICATION_COLUMNS);
}

/** Faults of an application (`/patents/3/title`) with those of its patents at their cells. */
export function gridFaults(faults: readonly Fault[], table: TableLines): Fault[] {
  const isOfPatents = ({ pointer }: Fault) => pointer === AT || pointer.startsWith(`${AT}/`);
  return [
    ...faults.filter((fault) => !isOfPatents(fault)),
    ...relocatedFaults(faults.filter(isOfPatents), table, APPLICATION_COLUMNS, AT),
  ];
}

/** Where the faults of a cell stand; of the whole row without a field. */
export function cellPointer(rowIndex: number, field?: string): string {
  return linePointer(
    rowIndex + 2,
    APPLICATION_COLUMNS.find((column) => column.field === field),
  );
}

/** The row of a place in the table. */
export function rowOf(pointer: string): number | undefined {
  const [, line] = /^\/lines\/(\d+)/.exec(pointer) ?? [];
  return line === undefined ? undefined : Number(line) - 2;
}

/** Rows of a file or of the clipboard. With a heading they are read by it, otherwise from a column on, as spreadsheets paste. */
export function rowsFrom(cells: readonly (readonly string[])[], firstField: string): Row[] {
  const [heading = [], ...body] = cells;
  const named = heading.map(fieldOf);
  const hasHeading = named.filter(Boolean).length >= 2;
  const from = APPLICATION_COLUMNS.findIndex(({ field }) => field === firstField);
  const fields = hasHeading ? named : APPLICATION_COLUMNS.slice(from).map(({ field }) => field);
  return (hasHeading ? body : cells)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => Object.fromEntries(fields.flatMap((field, at) => (field ? [[field, row[at] ?? '']] : []))));
}

function fieldOf(heading: string): string | undefined {
  const name = heading.normalize('NFKC').replaceAll(/\s/g, '');
  const column = APPLICATION_COLUMNS.find(({ field, headings }) =>
    [field, ...headings].some((known) => known.normalize('NFKC') === name),
  );
  return column?.field;
}
