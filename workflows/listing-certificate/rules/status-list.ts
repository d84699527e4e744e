import * as z from 'zod';
import { CertificateStatus } from '../certificate-standing.ts';

/** Smallest length that hides one certificate among many (W3C Bitstring Status List 1.0, section 3.1). */
export const ENTRIES_PER_LIST = 131_072;
/** A list is kept in parts of 1 KB, so that a change writes little. */
export const ENTRIES_PER_SHARD = 4096;
export const SHARDS_PER_LIST = ENTRIES_PER_LIST / ENTRIES_PER_SHARD;
/** Four statuses take two bits. */
export const STATUS_BITS = 2;
const PER_BYTE = 8 / STATUS_BITS;
export const SHARD_BYTES = ENTRIES_PER_SHARD / PER_BYTE;

/** Where the status of a certificate stands: its list, `2026-1`, and its place there. */
export const StatusPlace = z.strictObject({
  list: z.string().regex(/^20[0-9]{2}-[1-9][0-9]{0,2}$/),
  index: z
    .int()
    .min(0)
    .max(ENTRIES_PER_LIST - 1),
});
export type StatusPlace = z.infer<typeof StatusPlace>;

/** The place goes with the number: the conditional write that gives one gives the other. `serial` counts from 1 in each year. */
export function statusPlaceOf(year: string, serial: number): StatusPlace {
  const index = (serial - 1) % ENTRIES_PER_LIST;
  return { list: `${year}-${(serial - 1 - index) / ENTRIES_PER_LIST + 1}`, index };
}

/** The first serial of a list; the list exists once that is given. */
export function firstSerialOf(list: string): { year: string; serial: number } {
  const [year = '', part = ''] = list.split('-');
  return { year, serial: (Number(part) - 1) * ENTRIES_PER_LIST + 1 };
}

/** The value of an entry; the first is at the left, in the highest bits. */
export function statusAt(bits: Uint8Array, index: number): CertificateStatus {
  const byte = bits[Math.floor(index / PER_BYTE)];
  const status = CertificateStatus.options[((byte ?? Number.NaN) >> shiftOf(index)) & 0b11];
  if (byte === undefined || status === undefined) throw new RangeError(`the list has no entry ${index}`);
  return status;
}

/** The same with one entry changed. */
export function withStatus(bits: Uint8Array, index: number, status: CertificateStatus): Uint8Array {
  const changed = Uint8Array.from(bits);
  const at = Math.floor(index / PER_BYTE);
  const others = (changed[at] ?? 0) & ~(0b11 << shiftOf(index));
  changed[at] = others | (CertificateStatus.options.indexOf(status) << shiftOf(index));
  return changed;
}

const shiftOf = (index: number) => 8 - STATUS_BITS - (index % PER_BYTE) * STATUS_BITS;

/** One bit for each entry: set where nobody may rely on the certificate any more, because it is superseded or revoked. */
export function revocationBits(bits: Uint8Array): Uint8Array {
  const list = new Uint8Array((bits.length * PER_BYTE) / 8);
  bits.forEach((byte, at) => {
    // Of each pair the higher bit: superseded is 10, revoked 11.
    const nibble =
      ((byte >> 4) & 0b1000) | ((byte >> 3) & 0b0100) | ((byte >> 2) & 0b0010) | ((byte >> 1) & 0b0001);
    list[at >> 1] = (list[at >> 1] ?? 0) | (at % 2 === 0 ? nibble << 4 : nibble);
  });
  return list;
}
