import { createHash } from 'node:crypto';
import writeExcelFile from 'write-excel-file/node';
import {
  COLUMN_NAMES,
  REGISTER_COLUMNS,
} from '../../../../workflows/listing-certificate/register/columns.ts';
import type { RegisterRecord } from '../../../../workflows/listing-certificate/register/contract.ts';

/** A record of the demonstration enterprise, with the oddities of real files: quotes, commas, a line break, rare characters. */
export const SAMPLE: RegisterRecord = {
  uscc: '91500112LJDEM0017W',
  fieldId: 'tax',
  behaviour: 'administrative-penalty-ordinary',
  documentNumber: '演示税罚〔2024〕7号',
  decidedOn: '2024-05-20',
  authority: '演示税务局（虚构），第“一”分局',
  behaviourKind: '未按期申报"增值税"\n（演示）',
  outcome: '罚款人民币200元；已缴纳',
  repaired: true,
};

export const HEADING = COLUMN_NAMES.map((column) => REGISTER_COLUMNS[column]);

/** The cells of a record as an officer writes them. */
export function cellsOf(record: RegisterRecord): string[] {
  return COLUMN_NAMES.map((column) => {
    const value = record[column];
    return typeof value === 'boolean' ? (value ? '是' : '否') : value;
  });
}

export const csvOf = (rows: readonly (readonly string[])[], end = '\r\n') =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(end) + end;

export const csvOfRecords = (records: readonly RegisterRecord[]) =>
  Buffer.from(csvOf([HEADING, ...records.map(cellsOf)]));

type Cell = string | { readonly value: string | number | Date; readonly format?: string };

/** A workbook as spreadsheets save it. */
export async function xlsxOf(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { value: cell } : cell)));
  return writeExcelFile(data).toBuffer();
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Text in GB 18030, of characters that have two bytes there: what the decoder reads is turned round. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((one) => {
      const code = one.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : bytesOf.get(one);
      if (!bytes) throw new Error(`${one} has no two bytes in GB 18030`);
      return bytes;
    }),
  );
}
