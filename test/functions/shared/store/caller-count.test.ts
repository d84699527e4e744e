import { expect, it } from 'vitest';
import { countCaller } from '../../../../functions/shared/store/caller-count.ts';

/** The key under which a caller is counted. */
const keyOf = (address: string, on = '2026-11-26') =>
  countCaller('notices', { address, on, limit: 3 }, () => new Error('too many')).write.Update?.Key?.pk;

it('addresses of one IPv6 network are one caller', () => {
  expect(keyOf('2001:db8:1:2::1')).toBe(keyOf('2001:db8:1:2:ffff::9'));
  expect(keyOf('2001:db8:1:2::1')).not.toBe(keyOf('2001:db8:1:3::1'));
});

it('an IPv4 address is a caller of its own, however it is written', () => {
  expect(keyOf('192.0.2.1')).not.toBe(keyOf('192.0.2.2'));
  expect(keyOf('::ffff:192.0.2.1')).toBe(keyOf('192.0.2.1'));
});

it('a caller is another one every day, and its address is nowhere to be read', () => {
  expect(keyOf('192.0.2.1')).not.toBe(keyOf('192.0.2.1', '2026-11-27'));
  expect(keyOf('192.0.2.1')).not.toContain('192');
});
