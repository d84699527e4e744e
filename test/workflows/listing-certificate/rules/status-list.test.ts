import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CertificateStatus } from '../../../../workflows/listing-certificate/certificate-standing.ts';
import { STATUS_MESSAGES } from '../../../../workflows/listing-certificate/rules/credential-status.ts';
import { decodedList, encodedList } from '../../../../workflows/listing-certificate/rules/encoded-list.ts';
import {
  ENTRIES_PER_LIST,
  ENTRIES_PER_SHARD,
  firstSerialOf,
  revocationBits,
  SHARD_BYTES,
  statusAt,
  statusPlaceOf,
  withStatus,
} from '../../../../workflows/listing-certificate/rules/status-list.ts';

const changes = fc.array(
  fc.record({
    index: fc.integer({ min: 0, max: ENTRIES_PER_SHARD - 1 }),
    status: fc.constantFrom(...CertificateStatus.options),
  }),
  { maxLength: 50 },
);
const listWith = (made: readonly { index: number; status: CertificateStatus }[]) =>
  made.reduce<Uint8Array>(
    (bits, { index, status }) => withStatus(bits, index, status),
    new Uint8Array(SHARD_BYTES),
  );

describe('a status list', () => {
  it('says of each entry what was said last, and of all others that they are valid', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 0, max: ENTRIES_PER_SHARD - 1 }), (made, other) => {
        const bits = listWith(made);
        const last = new Map(made.map(({ index, status }) => [index, status]));
        for (const [index, status] of last) expect(statusAt(bits, index)).toBe(status);
        expect(statusAt(bits, other)).toBe(last.get(other) ?? 'valid');
      }),
    );
  });

  it('has the revocation bit of those, and only those, that are superseded or revoked', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const bits = listWith(made);
        const revocation = revocationBits(bits);
        for (let index = 0; index < ENTRIES_PER_SHARD; index += 1) {
          const set = (((revocation[index >> 3] ?? 0) >> (7 - (index % 8))) & 1) === 1;
          expect(set).toBe(['superseded', 'revoked'].includes(statusAt(bits, index)));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('puts the first entry at the left', () => {
    expect([...withStatus(new Uint8Array(2), 0, 'revoked')]).toEqual([0b1100_0000, 0]);
    expect([...withStatus(new Uint8Array(2), 4, 'under-objection')]).toEqual([0, 0b0100_0000]);
  });

  it('comes back from its encoding, which is base64url without padding behind a u', () => {
    const bits = listWith([{ index: 7, status: 'superseded' }]);

    expect(encodedList(bits)).toMatch(/^u[A-Za-z0-9_-]+$/);
    expect(Buffer.compare(decodedList(encodedList(bits)), bits)).toBe(0);
  });

  it('gives each number of a year its own place, and begins a new list when one is full', () => {
    expect(statusPlaceOf('2026', 1)).toEqual({ list: '2026-1', index: 0 });
    expect(statusPlaceOf('2026', ENTRIES_PER_LIST)).toEqual({ list: '2026-1', index: ENTRIES_PER_LIST - 1 });
    expect(statusPlaceOf('2026', ENTRIES_PER_LIST + 1)).toEqual({ list: '2026-2', index: 0 });
    expect(firstSerialOf('2026-2')).toEqual({ year: '2026', serial: ENTRIES_PER_LIST + 1 });
  });

  it('names its values in the order of the statuses', () => {
    expect(STATUS_MESSAGES).toEqual(
      CertificateStatus.options.map((message, value) => ({ status: `0x${value}`, message })),
    );
  });
});
