import { expect, it } from 'vitest';
import { callerAddress } from '../../../functions/shared/caller-address.ts';
import type { HttpEvent } from '../../../functions/shared/http-event.ts';

const SECRET = 'known to the distribution';
const EDGE = '198.51.100.7';
const VIEWER = '203.0.113.9';

const addressOf = (headers: Record<string, string>, secret?: string) =>
  callerAddress({ headers, requestContext: { http: { sourceIp: EDGE } } } as unknown as HttpEvent, secret);

it('the caller is whom the distribution names, where it shows its secret', () => {
  expect(addressOf({ 'true-client-ip': VIEWER, 'x-origin-secret': SECRET }, SECRET)).toBe(VIEWER);
});

it.each([
  ['the header alone', { 'true-client-ip': VIEWER }, SECRET],
  ['a wrong secret', { 'true-client-ip': VIEWER, 'x-origin-secret': `${SECRET}!` }, SECRET],
  ['an empty secret', { 'true-client-ip': VIEWER, 'x-origin-secret': '' }, ''],
  ['a function without a secret', { 'true-client-ip': VIEWER, 'x-origin-secret': SECRET }, undefined],
  ['a secret without the header', { 'x-origin-secret': SECRET }, SECRET],
])('the caller is who connects for %s', (_name, headers: Record<string, string>, secret) => {
  expect(addressOf(headers, secret)).toBe(EDGE);
});
