import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import versions from '../../../seeds/financing-demand/delivery-rules.json' with { type: 'json' };
import { DeliveryRules } from '../../../workflows/financing-demand/delivery/delivery-rules.ts';
import { nextAttempt } from '../../../workflows/financing-demand/delivery/rules/next-attempt.ts';
import {
  activeSecrets,
  rotated,
} from '../../../workflows/financing-demand/endpoint/rules/signing-secrets.ts';
import { urlFaults } from '../../../workflows/financing-demand/endpoint/rules/url-faults.ts';

const rules = DeliveryRules.parse(versions[0]);
const NOW = new Date('2026-11-23T01:30:00Z');

describe('the rules of deliveries', () => {
  it('make ten attempts over about 75 hours', () => {
    const hours = rules.delaysSeconds.reduce((sum, one) => sum + one, 0) / 3600;
    expect(rules.delaysSeconds).toHaveLength(10);
    expect(Math.round(hours)).toBe(76);
  });
});

describe('what follows from an answer', () => {
  it.each([
    [{ status: 200 }, 1, { verdict: 'delivered' }],
    [{ status: 204 }, 10, { verdict: 'delivered' }],
    [{ status: 410 }, 1, { verdict: 'gone' }],
    [{ status: 302 }, 1, { verdict: 'again', afterSeconds: 5 }],
    [{ status: 404 }, 2, { verdict: 'again', afterSeconds: 300 }],
    [{ failure: 'timeout' }, 9, { verdict: 'again', afterSeconds: 86_400 }],
    [{ failure: 'timeout' }, 10, { verdict: 'dead' }],
    [{ status: 503, retryAfter: '3600' }, 1, { verdict: 'again', afterSeconds: 3600 }],
    [{ status: 503, retryAfter: '1' }, 2, { verdict: 'again', afterSeconds: 300 }],
    [
      { status: 429, retryAfter: 'Mon, 23 Nov 2026 02:30:00 GMT' },
      1,
      { verdict: 'again', afterSeconds: 3600 },
    ],
    [{ status: 429, retryAfter: '999999999' }, 1, { verdict: 'again', afterSeconds: 86_400 }],
    [{ status: 429, retryAfter: 'tomorrow' }, 1, { verdict: 'again', afterSeconds: 5 }],
    [{ status: 429, retryAfter: '-5' }, 1, { verdict: 'again', afterSeconds: 5 }],
  ] as const)('of %o as attempt %i: %o', (answer, attempts, verdict) => {
    expect(nextAttempt(answer, attempts, NOW, rules)).toEqual(verdict);
  });

  it('never waits longer than the longest delay, whatever an endpoint answers', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.string(),
        fc.integer({ min: 1, max: 12 }),
        (status, retryAfter, attempts) => {
          const next = nextAttempt({ status, retryAfter }, attempts, NOW, rules);
          if (next.verdict === 'again') expect(next.afterSeconds).toBeLessThanOrEqual(86_400);
        },
      ),
    );
  });
});

describe('the keys', () => {
  const key = (secret: string) => ({ secret: `whsec_${secret}`, createdAt: '2026-01-01T00:00:00Z' });

  it('are two at the most: a second rotation ends the oldest at once', () => {
    const once = rotated([key('a')], key('b'), '2026-11-24T00:00:00Z');
    const twice = rotated(once, key('c'), '2026-11-25T00:00:00Z');
    expect(activeSecrets(once, NOW)).toEqual(['whsec_b', 'whsec_a']);
    expect(activeSecrets(twice, NOW)).toEqual(['whsec_c', 'whsec_b']);
    expect(activeSecrets(twice, new Date('2026-11-25T00:00:00Z'))).toEqual(['whsec_c']);
  });
});

describe('the URL of an endpoint', () => {
  it('is told everything wrong with it at once', () => {
    const codes = urlFaults('http://user:secret@10.0.0.1/hook#part', 'public').map(({ code }) => code);
    expect(codes).toEqual([
      'url-not-https',
      'url-with-credentials',
      'url-with-fragment',
      'url-inner-address',
    ]);
  });

  it.each([
    ['https://bank.example/hook?branch=1', 'public', []],
    ['http://127.0.0.1:4740/', 'public-and-loopback', []],
    ['http://bank.example/', 'public-and-loopback', ['url-not-https']],
    ['https://10.1.2.3/', 'public-and-loopback', ['url-inner-address']],
    ['nonsense', 'public', ['url-unreadable']],
  ] as const)('%s on a platform for %s: %o', (url, targets, codes) => {
    expect(urlFaults(url, targets).map(({ code }) => code)).toEqual(codes);
  });
});
