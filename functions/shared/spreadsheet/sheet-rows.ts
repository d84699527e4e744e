import { csvRows } from './csv-rows.ts';
import { xlsxRows } from './xlsx-rows.ts';

export type SheetFormat = 'csv' | 'xlsx';

/** More is refused before it is unpacked: a Lambda has to hold it all. */
export interface SheetLimits {
  /** Below the heading. */
  readonly lines: number;
  readonly columns: number;
}

/** Why a file is not read at all. */
export interface SheetFault {
  readonly code: 'file-too-large' | 'file-too-many-lines' | 'file-too-many-columns';
  readonly limit: string;
}

export type SheetRows =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly fault: SheetFault };

/** The rows of a table as text, the heading first. @throws where it cannot be read in this format */
export async function sheetRows(
  bytes: Uint8Array,
  format: SheetFormat,
  limits: SheetLimits,
): Promise<SheetRows> {
  const read = format === 'csv' ? { ok: true as const, rows: csvRows(bytes) } : await xlsxRows(bytes, limits);
  if (!read.ok) return read;
  const [heading = [], ...body] = read.rows;
  if (body.length > limits.lines) return tooMany('file-too-many-lines', limits.lines);
  if (heading.length > limits.columns) return tooMany('file-too-many-columns', limits.columns);
  return read;
}

function tooMany(code: SheetFault['code'], limit: number): SheetRows {
  return { ok: false, fault: { code, limit: `≤ ${limit}` } };
}
