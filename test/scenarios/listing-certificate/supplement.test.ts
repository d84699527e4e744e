import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { answerSupplement, askSupplement, decideAll, readCase, submit } from './steps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let platform: TestPlatform;
let enterprise: Person;

beforeAll(async () => {
  // Weeks pass: what is scheduled every minute would run ten thousands of times.
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
});
afterAll(() => platform.stop());

it('one department gets its supplement and goes on, another does not: its field is not certified', async () => {
  const submitted = await submit(platform, enterprise);
  const given = await askSupplement(platform, `${submitted.caseId}.environment`);
  const lapsed = await askSupplement(platform, `${submitted.caseId}.social-security`, {
    items: [{ text: '请补充参保名册', partIds: ['social-security'] }],
    workingDays: 5,
  });
  const { items } = (await enterprise.get<{ items: object[] }>('/v1/supplements')).body;
  expect(items).toHaveLength(2);

  await platform.pass(DAY_MS);
  enterprise = await platform.signIn('qiyuan');
  await answerSupplement(platform, enterprise, given);
  await platform.pass(Date.parse(lapsed.dueAt) - platform.runtime.clock.now() + 1000);

  enterprise = await platform.signIn('qiyuan');
  const { tasks } = await readCase(enterprise, submitted);
  const task = (departmentId: string) => tasks.find((one) => one.departmentId === departmentId);
  expect(task('environment')?.clock.pauses).toHaveLength(1);
  expect(task('social-security')?.closedParts).toMatchObject([
    { partId: 'social-security', reason: 'supplement-not-provided' },
  ]);

  await decideAll(platform, enterprise, submitted);
  const issued = await readCase(enterprise, submitted);
  expect(issued.status).toBe('ISSUED');
  const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/certificate`);
  expect(JSON.stringify(decodeJwt(content.toString('utf8')))).toContain('supplement-not-provided');
});
