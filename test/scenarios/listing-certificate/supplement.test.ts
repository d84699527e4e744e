import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Material } from '../../../workflows/shared/material.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { answerSupplement, askSupplement, decide, decideAll, readCase, submit } from './steps.ts';

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

it('an applicant sends material of its own accord: the officer sees it before it decides, and no clock stops', async () => {
  enterprise = await platform.signIn('qiyuan');
  const submitted = await submit(platform, enterprise, {
    fields: ['environment', 'social-security', 'construction'],
  });
  const path = `/v1/cases/${submitted.caseId}/materials`;
  const [before, ...answered] = (await readCase(enterprise, submitted)).tasks;
  for (const task of answered) await decide(platform, task);
  const { body: material } = await enterprise.post<Material>(path, { text: '整改已经完成' });
  expect(material.taskIds).toEqual([before?.taskId]);

  const officer = await platform.signIn(`${before?.departmentId}-officer`);
  const { body: task } = await officer.get<DeskTask & { sent: Material[] }>(
    `/v1/desk/tasks/${before?.taskId}`,
  );
  expect(task.sent).toEqual([material]);
  expect([task.dueAt, task.clock]).toEqual([before?.dueAt, before?.clock]);

  await decideAll(platform, enterprise, submitted);
  expect((await readCase(enterprise, submitted)).status).toBe('ISSUED');
  await expect(enterprise.post(path, { text: '再补充' })).rejects.toMatchObject({ problem: { status: 409 } });
});
