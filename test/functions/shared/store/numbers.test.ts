import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { untilFresh } from '../../../../functions/shared/store/stale-read.ts';
import { useDatabase } from '../../support/database.ts';
import { type World, world } from '../../support/world.ts';

const database = useDatabase();
let w: World;
beforeEach(() => {
  w = world(database.db());
});

const taken = () => new Error('taken before');

function takeNumber(sequence: string, ...others: Parameters<World['commit']>[0]): Promise<number> {
  return untilFresh(async () => {
    const { value, take } = await w.numbers.next(sequence);
    await w.commit([take, ...others]);
    return value;
  });
}

describe('numbers', () => {
  it('are given once each and without gaps to twelve who ask at the same moment', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, () => takeNumber('case-2026')));

    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('are not used up by a transaction that fails', async () => {
    const what = randomUUID();
    await w.commit([w.claims.claim(what, 'first', taken)]);

    await expect(takeNumber('case-2027', w.claims.claim(what, 'second', taken))).rejects.toThrow(
      'taken before',
    );

    expect(await takeNumber('case-2027')).toBe(1);
    expect(await w.claims.ownerOf(what)).toBe('first');
  });
});

describe('a transaction', () => {
  it('tells the first of its writes that lost, in the order they were given', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    await w.commit([w.claims.claim(a, 'x', taken), w.claims.claim(b, 'x', taken)]);

    const writes = [
      w.claims.claim(b, 'y', () => new Error('b lost')),
      w.claims.claim(a, 'y', () => new Error('a lost')),
    ];

    await expect(w.commit(writes)).rejects.toThrow('b lost');
  });
});
