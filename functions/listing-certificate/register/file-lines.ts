import { createHash } from 'node:crypto';
import type { RegisterLoad } from '../../../workflows/listing-certificate/register/contract.ts';
import { cellFault } from '../../../workflows/listing-certificate/register/rules/cell-fault.ts';
import { csvLines } from './csv-lines.ts';
import { jsonLines } from './json-lines.ts';
import { type FileLines, wholeFile } from './table-lines.ts';
import { xlsxLines } from './xlsx-lines.ts';

const READERS = { json: jsonLines, csv: csvLines, xlsx: xlsxLines } as const;

/** The lines of a load's file; a file that is not the one announced or cannot be read is one fault of the whole file. */
export async function fileLines(
  bytes: Uint8Array | undefined,
  { format, sha256 }: Pick<RegisterLoad, 'format' | 'sha256'>,
): Promise<FileLines> {
  if (bytes === undefined) return wholeFile(cellFault('file-missing'));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    return wholeFile(cellFault('file-checksum'));
  try {
    return await READERS[format](bytes);
  } catch {
    // Whatever the reader says of it may quote the file; the officer is told only that it cannot be read.
    return wholeFile(cellFault('file-unreadable', undefined, format));
  }
}
