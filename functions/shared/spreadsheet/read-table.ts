import type { Fault } from '../../../workflows/shared/fault.ts';
import type { Column } from '../../../workflows/shared/table/column.ts';
import type { TableFile } from '../../../workflows/shared/table/table-file.ts';
import { type TableLines, tableLines } from '../../../workflows/shared/table/table-lines.ts';
import { type SheetFault, sheetRows } from './sheet-rows.ts';

/** Blank lines count, so that a file may have more than are taken. */
const LIMITS = { lines: 5000, columns: 60 } as const;

const WORDS = {
  'file-too-large': { zh: '文件解压后过大', en: 'The file unpacks to more than is taken' },
  'file-too-many-lines': { zh: '文件行数超过上限', en: 'The file has more lines than are taken' },
  'file-too-many-columns': { zh: '文件列数超过上限', en: 'The file has more columns than are taken' },
  'file-unreadable': { zh: '无法按所声明的格式读取文件', en: 'The file cannot be read in the format told' },
} as const;

export interface Table extends TableLines {
  /** As they came, the heading first; none where the file cannot be read. */
  readonly rows: readonly (readonly string[])[];
}

/** The lines of a table inside a request; one that cannot be read has one fault and no lines. Pointers are relative to the file. */
export async function readTable(
  { format, contentBase64 }: TableFile,
  columns: readonly Column[],
): Promise<Table> {
  try {
    const read = await sheetRows(Buffer.from(contentBase64, 'base64'), format, LIMITS);
    if (!read.ok) return nothing(read.fault.code, read.fault.limit);
    return { rows: read.rows, ...tableLines(read.rows, columns) };
  } catch {
    // Whatever the reader says of it may quote the file; people are told only that it cannot be read.
    return nothing('file-unreadable', format);
  }
}

function nothing(code: SheetFault['code'] | 'file-unreadable', about: string): Table {
  const { zh, en } = WORDS[code];
  const fault: Fault = { pointer: '', code, zh: `${zh}（${about}）`, en: `${en} (${about})` };
  return { rows: [], lines: [], faults: [fault] };
}
