import { type CellValue, readSheet } from 'read-excel-file/node';
import { repackedWorkbook } from './repacked-workbook.ts';
import type { SheetLimits, SheetRows } from './sheet-rows.ts';

/**
 * Rows of the first sheet of a workbook. A formula counts as the value that was saved with it, and as nothing entered without one.
 * @throws where it is no workbook
 */
export async function xlsxRows(bytes: Uint8Array, limits: SheetLimits): Promise<SheetRows> {
  const repacked = await repackedWorkbook(bytes, limits);
  if (!repacked.ok) return repacked;
  const rows = await readSheet(Buffer.from(repacked.bytes));
  return { ok: true, rows: rows.map((row) => row.map(textOf)) };
}

/** Dates of a workbook have no zone; the reader puts them at midnight UTC. */
function textOf(value: CellValue | null): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
