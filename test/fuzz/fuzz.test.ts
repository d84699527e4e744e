import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

/** What only who may see a case gets an answer of. */
const OF_A_CASE = ['readCase', 'readTimeline', 'listCaseAttachments', 'listComments', 'readFinancingDemand'];

it('answers whatever is sent to any route with a success or a refusal, and a refusal writes nothing', async () => {
  const { requests, reached, wrong } = await fuzz(300, 20261125);
  expect(wrong).toEqual([]);
  expect(requests).toBe(300);
  // Otherwise all ended at the door and proved nothing. Which routes a short run reaches changes with every route that is added.
  expect(reached.length).toBeGreaterThanOrEqual(10);
  expect(reached.filter((one) => OF_A_CASE.includes(one))).not.toEqual([]);
}, 240_000);
