import { parse } from 'csv-parse/sync';

/** Characters; a line with every cell as long as it may be has 2000. */
const LONGEST_LINE = 100_000;

/**
 * Rows of a CSV file as RFC 4180 has it. Spreadsheets of Chinese offices save in GB 18030 unless told otherwise, so what is no
 * UTF-8 is read as that. @throws CsvError where quotes are out of order
 */
export function csvRows(bytes: Uint8Array): string[][] {
  return parse(decoded(bytes), { bom: true, relax_column_count: true, max_record_size: LONGEST_LINE });
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
