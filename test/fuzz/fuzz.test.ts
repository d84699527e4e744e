import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

it('answers whatever is sent to any route with a success or a refusal, and a refusal writes nothing', async () => {
  const { requests, reached, wrong } = await fuzz(1000, 20261125);
  expect(wrong).toEqual([]);
  expect(requests).toBe(1000);
  expect(reached).toEqual(expect.arrayContaining(['readCase', 'submitListingCase', 'readDeskTask']));
}, 120_000);
