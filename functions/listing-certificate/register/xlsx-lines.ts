import { type CellValue, readSheet } from 'read-excel-file/node';
import { type FileLines, tableLines } from './table-lines.ts';

/** Lines of the first sheet of a workbook. @throws where it is no workbook */
export async function xlsxLines(bytes: Uint8Array): Promise<FileLines> {
  const rows = await readSheet(Buffer.from(bytes));
  return tableLines(rows.map((row) => row.map(textOf)));
}

/** Dates of a workbook have no zone; the reader puts them at midnight UTC. */
function textOf(value: CellValue | null): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
