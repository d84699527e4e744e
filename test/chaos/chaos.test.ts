import { expect, it } from 'vitest';
import { chaosRound } from './chaos.ts';

it('brings mixed cases to their right end over kills at random moments, with numbers and audit whole', async () => {
  const { cases, kills, wrong } = await chaosRound({ cases: 6, kills: 2, inFlight: 3, anchored: false });
  expect(wrong).toEqual([]);
  expect([cases, kills]).toEqual([6, 2]);
}, 120_000);
