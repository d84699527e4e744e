import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actingFor, closesCircle, isInForce, overlapping } from '../../../workflows/shared/delegation.ts';
import type { Delegation } from '../../../workflows/shared/desk-roster.ts';

const officer = (personId: string) => ({ personId, personName: personId });

/** `a>b 1-10 x`: a delegates to b from the 1st to the 10th in procedure x. */
function link(text: string, revoked = false): Delegation {
  const [, from = '', to = '', first = '', last = '', names = ''] =
    /^(\w+)>(\w+) (\d+)-(\d+) ([\w,]+)$/.exec(text) ?? [];
  return {
    delegationId: text,
    from: officer(from),
    to: officer(to),
    fromOn: day(first),
    toOn: day(last),
    workflows: names.split(','),
    madeAt: '2026-11-30T09:00:00+08:00',
    madeBy: officer(from),
    ...(revoked ? { revokedAt: '2026-12-01T09:00:00+08:00' } : {}),
  };
}
const day = (number: string | number) => `2026-12-${String(number).padStart(2, '0')}`;
const links = (text: string) => (text === '' ? [] : text.split('; ').map((one) => link(one)));

describe('a circle of delegations', () => {
  it.each([
    ['', 'a>b 1-10 x', false],
    ['b>a 1-10 x', 'a>b 5-15 x', true],
    ['b>a 1-10 x', 'a>b 10-10 x', true],
    ['b>a 1-10 x', 'a>b 11-15 x', false],
    ['b>a 1-10 x', 'a>b 1-10 y', false],
    ['b>a 1-10 x,y', 'a>b 1-10 y,z', true],
    ['b>c 1-10 x; c>a 1-10 x', 'a>b 1-10 x', true],
    // Each pair overlaps; there is no day that all three share.
    ['b>c 1-5 x; c>a 5-10 x', 'a>b 6-10 x', false],
    ['b>c 1-5 x; c>a 5-10 x', 'a>b 1-10 x', true],
    ['b>c 1-9 x; c>d 1-9 x; d>a 9-9 x', 'a>b 9-30 x', true],
    ['b>c 1-9 x; c>d 1-9 y; d>a 1-9 x', 'a>b 1-9 x,y', false],
    ['a>b 1-9 x', 'b>c 1-9 x', false],
  ])('given "%s", "%s" closes one: %s', (others, made, closes) => {
    expect(closesCircle(links(others), link(made))).toBe(closes);
  });

  it('is not made by what is revoked', () => {
    expect(closesCircle([link('b>a 1-10 x', true)], link('a>b 1-10 x'))).toBe(false);
  });
});

it.each([
  ['a>b 1-10 x', 'a>c 10-12 x', 1],
  ['a>b 1-10 x', 'a>c 11-12 x', 0],
  ['a>b 1-10 x', 'a>c 1-12 y', 0],
  ['d>b 1-10 x', 'a>b 1-10 x', 0],
])('given "%s", "%s" overlaps %d of the same officer', (others, made, count) => {
  expect(overlapping(links(others), link(made))).toHaveLength(count);
});

it.each([
  [30, false],
  [1, true],
  [10, true],
  [11, false],
])('a delegation from the 1st to the 10th is in force on the %d.: %s', (on, inForce) => {
  expect(isInForce(link('a>b 1-10 x'), 'x', day(on))).toBe(inForce);
});

it('lets the last of a chain act for all before, each by the delegations that lead there', () => {
  const chain = links('a>b 1-10 x; b>c 5-15 x; d>b 1-10 y');

  expect(actingFor(chain, 'c', 'x', day(7))).toEqual([
    { whom: officer('b'), by: ['b>c 5-15 x'] },
    { whom: officer('a'), by: ['b>c 5-15 x', 'a>b 1-10 x'] },
  ]);
  expect(actingFor(chain, 'c', 'x', day(12)).map(({ whom }) => whom.personId)).toEqual(['b']);
  expect(actingFor(chain, 'b', 'x', day(3)).map(({ whom }) => whom.personId)).toEqual(['a']);
});

const anyLink = fc
  .tuple(
    fc.constantFrom(...'abcdef'),
    fc.constantFrom(...'abcdef'),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 6 }),
    fc.subarray(['x', 'y'], { minLength: 1 }),
  )
  .map(([from, to, first, days, names]) => link(`${from}>${to} ${first}-${first + days} ${names.join(',')}`));

/** Takes what may be taken, in order, as the desk does. */
function accepted(wanted: readonly Delegation[]): Delegation[] {
  const taken: Delegation[] = [];
  for (const one of wanted) {
    const fits = one.from.personId !== one.to.personId && overlapping(taken, one).length === 0;
    if (fits && !closesCircle(taken, one)) taken.push(one);
  }
  return taken;
}

/** Where a task of somebody ends that day when everybody hands on what is delegated. */
function endOf(
  taken: readonly Delegation[],
  personId: string,
  workflow: string,
  on: string,
): string | undefined {
  let at = personId;
  for (let steps = 0; steps <= 6; steps++) {
    const next = taken.find((one) => one.from.personId === at && isInForce(one, workflow, on));
    if (!next) return at;
    at = next.to.personId;
  }
  return undefined;
}

it('never lets a task go round: every way ends, at an officer who then acts for all on it', () => {
  fc.assert(
    fc.property(fc.array(anyLink, { maxLength: 14 }), (wanted) => {
      const taken = accepted(wanted);
      for (const personId of 'abcdef') {
        for (const workflow of ['x', 'y']) {
          for (let on = 1; on <= 18; on++) {
            const end = endOf(taken, personId, workflow, day(on));
            expect(end).toBeDefined();
            if (end === undefined || end === personId) continue;
            const acts = actingFor(taken, end, workflow, day(on)).map(({ whom }) => whom.personId);
            expect(acts).toContain(personId);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('refuses only what would make a circle: what it refuses has a day on which a task would go round', () => {
  fc.assert(
    fc.property(fc.array(anyLink, { maxLength: 10 }), anyLink, (wanted, made) => {
      const taken = accepted(wanted);
      if (made.from.personId === made.to.personId || overlapping(taken, made).length > 0) return;
      const days = Array.from({ length: 18 }, (_, index) => day(index + 1));
      const goesRound = days.some((on) =>
        made.workflows.some(
          (workflow) => endOf([...taken, made], made.from.personId, workflow, on) === undefined,
        ),
      );
      expect(closesCircle(taken, made)).toBe(goesRound);
    }),
  );
});
