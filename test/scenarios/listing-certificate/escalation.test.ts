import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { decide, readCase, submit } from './steps.ts';

let platform: TestPlatform;
let submitted: CaseSummary;

beforeAll(async () => {
  // Weeks pass: what is scheduled every minute would run ten thousands of times.
  platform = await startPlatform({ schedules: false });
});
afterAll(() => platform.stop());

const signIn = (name: string): Promise<Person> => platform.signIn(name);
const taskOf = async (departmentId: string): Promise<DeskTaskSummary> => {
  const { tasks } = await readCase(await signIn('qiyuan'), submitted);
  const task = tasks.find((one) => one.departmentId === departmentId);
  if (!task) throw new Error(`${departmentId} was not asked`);
  return task;
};
const untilDue = async (departmentId: string): Promise<void> => {
  const { dueAt } = await taskOf(departmentId);
  await platform.pass(Date.parse(dueAt) - platform.runtime.clock.now() + 1000);
};

/** What the office does about a task. */
async function act(departmentId: string, action: 'extension' | 'closure', body: object) {
  const office = await signIn('office');
  const path = `/v1/desk/tasks/${(await taskOf(departmentId)).taskId}`;
  const { etag } = await office.get<DeskTask>(path);
  const reply = await office.post<DeskTaskSummary>(`${path}/${action}`, body, { etag });
  await platform.settle();
  return reply.body;
}

const escalated = async (): Promise<string[]> => {
  const office = await signIn('office');
  const { body } = await office.get<{ items: DeskTaskSummary[] }>('/v1/desk/escalations');
  return body.items.map(({ departmentId }) => departmentId).sort();
};

it('what is overdue goes to the office, which extends once, and closes what is not answered; the case is issued', async () => {
  submitted = await submit(platform, await signIn('qiyuan'));
  const { tasks } = await readCase(await signIn('qiyuan'), submitted);
  const late = ['environment', 'social-security'];
  for (const task of tasks.filter((one) => !late.includes(one.departmentId))) await decide(platform, task);
  await untilDue('environment');
  expect(await escalated()).toEqual(late);

  const extended = await act('environment', 'extension', { workingDays: 2, reason: '需现场核查' });
  expect(extended.extensions).toBe(1);
  expect(await escalated()).toEqual(['social-security']);

  await untilDue('environment');
  expect(await escalated()).toEqual(late);
  await expect(act('environment', 'extension', { workingDays: 2, reason: '再次延期' })).rejects.toMatchObject(
    {
      problem: { status: 409, code: 'extended-already' },
    },
  );

  await act('social-security', 'closure', { reason: '多次催办未答复' });
  await decide(platform, await taskOf('environment'));
  await platform.settle();
  expect(await escalated()).toEqual([]);

  const enterprise = await signIn('qiyuan');
  expect((await readCase(enterprise, submitted)).status).toBe('ISSUED');
  const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/certificate`);
  expect(JSON.stringify(decodeJwt(content.toString('utf8')))).toContain('no-answer');
});
