import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScheduleExpression } from '../../../local/eventbridge/schedule-expression.ts';

const iso = (atMs: number | undefined) => (atMs === undefined ? undefined : new Date(atMs).toISOString());

/** The next times of the expression after an instant. */
function times(expression: string, after: string, count: number, zone = 'UTC') {
  const timetable = parseScheduleExpression(expression, zone);
  const startMs = Date.parse(after);
  const found: (string | undefined)[] = [];
  for (let atMs: number | undefined = startMs; found.length < count && atMs !== undefined; ) {
    atMs = timetable.next(atMs, startMs);
    found.push(iso(atMs));
  }
  return found;
}

// 2026-03-12 is a Thursday.
test.each([
  ['cron(0 9 * * ? *)', 'UTC', '2026-03-12T09:00:00.000Z', '2026-03-13T09:00:00.000Z'],
  ['cron(0 9 * * ? *)', 'Asia/Shanghai', '2026-03-12T01:00:00.000Z', '2026-03-13T01:00:00.000Z'],
  ['cron(0/15 8-9 ? * MON-FRI *)', 'UTC', '2026-03-12T08:00:00.000Z', '2026-03-12T08:15:00.000Z'],
  ['cron(30 17 ? * 6 *)', 'UTC', '2026-03-13T17:30:00.000Z', '2026-03-20T17:30:00.000Z'],
  ['cron(0 0 L * ? *)', 'UTC', '2026-03-31T00:00:00.000Z', '2026-04-30T00:00:00.000Z'],
  ['cron(0 0 15W * ? *)', 'UTC', '2026-03-16T00:00:00.000Z', '2026-04-15T00:00:00.000Z'],
  ['cron(0 0 ? * FRIL *)', 'UTC', '2026-03-27T00:00:00.000Z', '2026-04-24T00:00:00.000Z'],
  ['cron(0 0 ? * 3#2 *)', 'UTC', '2026-04-14T00:00:00.000Z', '2026-05-12T00:00:00.000Z'],
  ['cron(0 0 29 2 ? *)', 'UTC', '2028-02-29T00:00:00.000Z', '2032-02-29T00:00:00.000Z'],
  ['cron(0 0 1 JAN,JUL ? 2027)', 'UTC', '2027-01-01T00:00:00.000Z', '2027-07-01T00:00:00.000Z'],
  ['rate(5 minutes)', 'UTC', '2026-03-12T00:05:00.000Z', '2026-03-12T00:10:00.000Z'],
  ['rate(1 day)', 'UTC', '2026-03-13T00:00:00.000Z', '2026-03-14T00:00:00.000Z'],
])('%s in %s fires at %s and then at %s', (expression, zone, first, second) => {
  expect(times(expression, '2026-03-12T00:00:00Z', 2, zone)).toEqual([first, second]);
});

test('a cron time is at the full minute, whatever second it is asked for', () => {
  expect(times('cron(0 9 * * ? *)', '2026-03-12T08:59:59.999Z', 1)).toEqual(['2026-03-12T09:00:00.000Z']);
  expect(times('cron(0 9 * * ? *)', '2026-03-12T09:00:00.000Z', 1)).toEqual(['2026-03-13T09:00:00.000Z']);
});

test('a time that the clocks skip does not fire, one that they show twice fires once', () => {
  // New York: forward on 8 March 2026 at 02:00, back on 1 November at 02:00.
  expect(times('cron(30 2 * * ? *)', '2026-03-07T12:00:00Z', 1, 'America/New_York')).toEqual([
    '2026-03-09T06:30:00.000Z',
  ]);
  expect(times('cron(30 1 * * ? *)', '2026-11-01T00:00:00Z', 2, 'America/New_York')).toEqual([
    '2026-11-01T05:30:00.000Z',
    '2026-11-02T06:30:00.000Z',
  ]);
});

test('what lies in the past, or on no day at all, never fires', () => {
  expect(times('at(2026-03-12T09:00:00)', '2026-03-12T00:00:00Z', 2, 'Asia/Shanghai')).toEqual([
    '2026-03-12T01:00:00.000Z',
    undefined,
  ]);
  expect(times('cron(0 0 1 1 ? 2020)', '2026-03-12T00:00:00Z', 1)).toEqual([undefined]);
  expect(times('cron(0 0 30 2 ? *)', '2026-03-12T00:00:00Z', 1)).toEqual([undefined]);
});

test('a rate never fires twice for one time nor skips one, whatever the clock jumps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.nat(10_000_000), (minutes, jumpMs) => {
      const { next } = parseScheduleExpression(`rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`);
      const periodMs = minutes * 60_000;

      const atMs = next(jumpMs, 0) ?? 0;

      expect(atMs % periodMs).toBe(0);
      expect(atMs - jumpMs).toBeGreaterThan(0);
      expect(atMs - jumpMs).toBeLessThanOrEqual(periodMs);
    }),
  );
});

test.each([
  'every day',
  'rate(5 minute)',
  'rate(1 minutes)',
  'rate(0 minutes)',
  'cron(0 9 * * *)',
  'cron(0 9 * * * *)',
  'cron(0 9 ? * ? *)',
  'cron(60 9 * * ? *)',
  'cron(0 9 * FOO ? *)',
  'at(tomorrow)',
])('%s is refused', (expression) => {
  expect(() => parseScheduleExpression(expression)).toThrow(SyntaxError);
});

test('an unknown time zone is refused', () => {
  expect(() => parseScheduleExpression('rate(1 day)', 'Asia/Chongqing-2')).toThrow(RangeError);
});
