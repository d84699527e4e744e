import { createHash } from 'node:crypto';
import type { RegisterLoad } from '../../../workflows/listing-certificate/register/contract.ts';
import { cellFault } from '../../../workflows/listing-certificate/register/rules/cell-fault.ts';
import { type SheetFormat, sheetRows } from '../../shared/spreadsheet/sheet-rows.ts';
import { jsonLines } from './json-lines.ts';
import { type FileLines, tableLines, wholeFile } from './table-lines.ts';

/** A register has nine columns; a heading as wide as this is no register's. */
const LIMITS = { lines: 250_000, columns: 50 } as const;

/** The lines of a load's file; a file that is not the one announced or cannot be read is one fault of the whole file. */
export async function fileLines(
  bytes: Uint8Array | undefined,
  { format, sha256 }: Pick<RegisterLoad, 'format' | 'sha256'>,
): Promise<FileLines> {
  if (bytes === undefined) return wholeFile(cellFault('file-missing'));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    return wholeFile(cellFault('file-checksum'));
  try {
    return format === 'json' ? jsonLines(bytes) : await sheetLines(bytes, format);
  } catch {
    // Whatever the reader says of it may quote the file; the officer is told only that it cannot be read.
    return wholeFile(cellFault('file-unreadable', undefined, format));
  }
}

async function sheetLines(bytes: Uint8Array, format: SheetFormat): Promise<FileLines> {
  const read = await sheetRows(bytes, format, LIMITS);
  return read.ok ? tableLines(read.rows) : wholeFile(cellFault(read.fault.code, undefined, read.fault.limit));
}
