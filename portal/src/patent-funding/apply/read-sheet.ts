import type { TableFile } from '../../../../workflows/shared/table/table-file.ts';
import { tableFileOf } from '../../parts/table-file.ts';

export interface ReadSheet {
  readonly cells: readonly (readonly string[])[];
  /** As the platform takes it. */
  readonly file: TableFile;
}

/** Reads a file that was chosen. The readers are loaded when they are needed. @throws where it is no such file */
export async function readSheet(file: File): Promise<ReadSheet> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sent = await tableFileOf(file);
  const cells = sent.format === 'csv' ? await separated(decoded(bytes), ',') : await workbookCells(file);
  return { cells, file: sent };
}

/** Cells of what a spreadsheet puts on the clipboard. */
export function pastedCells(text: string): Promise<string[][]> {
  return separated(text, '\t');
}

async function separated(text: string, delimiter: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  return parse(text, { bom: true, relax_column_count: true, relax_quotes: true, delimiter });
}

async function workbookCells(file: File): Promise<string[][]> {
  const { readSheet: read } = await import('read-excel-file/browser');
  const rows = await read(file);
  return rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return '';
      return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
    }),
  );
}

/** Spreadsheets of Chinese offices save in GB 18030 unless told otherwise. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
