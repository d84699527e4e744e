import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { decide, readCase, submit } from './steps.ts';

let platform: TestPlatform;
let enterprise: Person;

beforeAll(async () => {
  // Weeks pass: what is scheduled every minute would run ten thousands of times.
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
});
afterAll(() => platform.stop());

it('closes every open task at once; nobody can answer any more and the machine ends', async () => {
  const submitted = await submit(platform, enterprise);
  const { tasks } = await readCase(enterprise, submitted);
  const [answered, ...open] = tasks;
  if (answered) await decide(platform, answered);

  await enterprise.post(`/v1/cases/${submitted.caseId}/withdrawal`, {});
  const withdrawn = await readCase(enterprise, submitted);
  expect(withdrawn.status).toBe('WITHDRAWN');
  expect(withdrawn.tasks.map(({ status }) => status).sort()).toEqual([
    ...open.map(() => 'CLOSED'),
    'RELAYED',
  ]);
  for (const task of open) {
    await expect(decide(platform, task)).rejects.toMatchObject({ problem: { status: 409 } });
  }

  await platform.settle();
  await platform.pass(40 * 24 * 60 * 60 * 1000);
  enterprise = await platform.signIn('qiyuan');
  const later = await readCase(enterprise, submitted);
  expect(later).toEqual(withdrawn);
  await expect(enterprise.post(`/v1/cases/${submitted.caseId}/withdrawal`, {})).rejects.toMatchObject({
    problem: { status: 409, present: { status: 'WITHDRAWN' } },
  });
});
