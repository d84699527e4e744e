import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { SheetFault, SheetLimits } from './sheet-rows.ts';

export type RepackedWorkbook =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: SheetFault };

/** The longest file has about as much. */
const LARGEST_UNPACKED_BYTES = 256 * 1024 * 1024;

/**
 * A workbook as it may be read: the same parts in a fresh archive, after each was found whole. The reader itself unpacks whatever
 * there is, waits for ever for the rest of a part that is cut off, and fills a sheet up to its farthest cell.
 * @throws where it is no whole archive
 */
export async function repackedWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<RepackedWorkbook> {
  const archive = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts: Record<string, Uint8Array> = {};
  let unpackedBytes = 0;
  for await (const entry of entriesOf(archive)) {
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > LARGEST_UNPACKED_BYTES) {
      const limit = `≤ ${LARGEST_UNPACKED_BYTES / 1024 / 1024} MB`;
      return { ok: false, fault: { code: 'file-too-large', limit } };
    }
    const part = await partOf(archive, entry);
    const fault = addressFault(part, limits);
    if (fault) return { ok: false, fault };
    parts[entry.fileName] = part;
  }
  return { ok: true, bytes: zipSync(parts, { level: 0 }) };
}

/** The parts that hold text; pictures and settings of printers are left out. */
async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for await (const entry of archive.eachEntry()) {
    if (/\.(xml|rels)$/.test(entry.fileName)) yield entry;
  }
}

/** Fails where the part has more or fewer bytes than the archive says. */
async function partOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  return buffer(await archive.openReadStreamPromise(entry));
}

/** `r="XFD1048576"` of a cell, `r="1048576"` of a row. */
const ADDRESS = / r=["']([A-Z]{0,3})(\d{1,7})["']/g;

function addressFault(part: Buffer, { lines, columns }: SheetLimits): SheetFault | undefined {
  for (const [, column = '', row = ''] of part.toString('latin1').matchAll(ADDRESS)) {
    if (Number(row) > lines + 1) {
      return { code: 'file-too-many-lines', limit: `≤ ${lines}` };
    }
    if (columnNumber(column) > columns) {
      return { code: 'file-too-many-columns', limit: `≤ ${columns}` };
    }
  }
  return undefined;
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
