import { type CellValue, readSheet } from 'read-excel-file/node';
import { repackedWorkbook } from './repacked-workbook.ts';
import { type FileLines, tableLines, wholeFile } from './table-lines.ts';

/**
 * Lines of the first sheet of a workbook. A formula counts as the value that was saved with it, and as nothing entered without one.
 * @throws where it is no workbook
 */
export async function xlsxLines(bytes: Uint8Array): Promise<FileLines> {
  const repacked = await repackedWorkbook(bytes);
  if (!repacked.ok) return wholeFile(repacked.fault);
  const rows = await readSheet(Buffer.from(repacked.bytes));
  return tableLines(rows.map((row) => row.map(textOf)));
}

/** Dates of a workbook have no zone; the reader puts them at midnight UTC. */
function textOf(value: CellValue | null): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
