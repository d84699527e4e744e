import type { Fault } from '../fault.ts';
import type { Column } from './column.ts';

/** A line of a table as what it is meant to be, not judged yet but for its cells. */
export interface TableLine {
  /** As a spreadsheet numbers them: the heading is line 1. */
  readonly line: number;
  readonly candidate: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

export interface TableLines {
  readonly lines: readonly TableLine[];
  /** Of the heading: without it nothing can be read. */
  readonly faults: readonly Fault[];
}

/** Lines of a table whose first row is the heading, in any order of columns; what is in unknown columns is passed over, as are blank rows. */
export function tableLines(rows: readonly (readonly string[])[], columns: readonly Column[]): TableLines {
  const [heading = [], ...body] = rows;
  const places = heading.map((name) => columnOf(name, columns));
  const missing = columns.filter((column) => !column.optional && !places.includes(column));
  const twice = places.filter((column, index) => column !== undefined && places.indexOf(column) < index);
  const faults = [
    ...missing.map(({ headings: [name] }) => headingFault(name, 'column-missing')),
    ...twice.flatMap((column) => (column ? [headingFault(column.headings[0], 'column-twice')] : [])),
  ];
  if (faults.length > 0) return { lines: [], faults };
  const lines = body.flatMap((row, index) =>
    row.every((cell) => cell.trim() === '') ? [] : [tableLine(row, places, index + 2)],
  );
  return { lines, faults: [] };
}

function columnOf(heading: string, columns: readonly Column[]): Column | undefined {
  const name = heading.normalize('NFKC').replaceAll(/\s/g, '');
  return columns.find(({ field, headings }) =>
    [field, ...headings].some((known) => known.normalize('NFKC') === name),
  );
}

function tableLine(row: readonly string[], places: readonly (Column | undefined)[], line: number): TableLine {
  const candidate: Record<string, unknown> = {};
  const faults: Fault[] = [];
  places.forEach((column, index) => {
    const text = row[index]?.trim() ?? '';
    if (column === undefined || text === '') return;
    const cell = text.startsWith('=') ? { wrong: FORMULA } : column.read(text);
    if ('value' in cell) candidate[column.field] = cell.value;
    else faults.push({ pointer: linePointer(line, column), ...cell.wrong });
  });
  return { line, candidate, faults };
}

/** Text that a spreadsheet would take for a formula is a slip, or worse, and would run where it is exported to. */
const FORMULA = {
  code: 'cell-formula',
  zh: '以等号开头，像是公式，请填写数值或文字',
  en: 'Begins with an equals sign, as a formula does: write the value',
};

/** `/lines/7/授权公告日`, as RFC 6901 has it. */
export function linePointer(line: number, column?: Column): string {
  const heading = column?.headings[0].replaceAll('~', '~0').replaceAll('/', '~1');
  return heading === undefined ? `/lines/${line}` : `/lines/${line}/${heading}`;
}

const HEADING_WORDS = {
  'column-missing': { zh: '缺少列', en: 'The column is missing' },
  'column-twice': { zh: '列重复', en: 'The column stands twice' },
} as const;

function headingFault(name: string, code: keyof typeof HEADING_WORDS): Fault {
  const { zh, en } = HEADING_WORDS[code];
  return { pointer: '/lines/1', code, zh: `${zh}：${name}`, en: `${en}: ${name}` };
}
