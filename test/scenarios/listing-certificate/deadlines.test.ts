import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { createVirtualClock } from '../../../local/clock.ts';
import type { TimelineEntry } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { decide, decideAll, readCase, submit } from './steps.ts';

/** A Monday; the calendar of 2027 is not among those shipped. */
const DECEMBER = '2026-12-28T10:00:00+08:00';
/** Made up for this test; nobody has published it. */
const MADE_UP_2027 = {
  year: 2027,
  source: '虚构的通知，仅供测试；a made-up notice for this test only',
  daysOff: ['2027-01-01'],
  makeUpWorkdays: [],
};
const DAY_MS = 24 * 60 * 60 * 1000;

let platform: TestPlatform;
let enterprise: Person;

beforeAll(async () => {
  // Weeks pass: what is scheduled every minute would run ten thousands of times.
  platform = await startPlatform({ schedules: false, clock: createVirtualClock(Date.parse(DECEMBER)) });
  enterprise = await platform.signIn('qiyuan');
});
afterAll(() => platform.stop());

it('promises across an unpublished year only provisionally, until the office loads its calendar', async () => {
  const submitted = await submit(platform, enterprise);
  const dues = async () =>
    Object.fromEntries(
      (await readCase(enterprise, submitted)).tasks.map((task) => [
        task.departmentId,
        `${task.dueAt.slice(0, 10)} ${task.dueProvisional ? 'provisional' : 'firm'}`,
      ]),
    );
  // Three working days end in 2026; of five the fourth is a guess.
  expect(await dues()).toMatchObject({ tax: '2026-12-31 firm', environment: '2027-01-04 provisional' });

  const office = await platform.signIn('office');
  await office.post('/v1/calendars', MADE_UP_2027);
  await platform.settle();
  expect(await dues()).toMatchObject({ tax: '2026-12-31 firm', environment: '2027-01-05 firm' });

  // The machine waits for the day by the calendar, not for the guess.
  const task = async () =>
    (await readCase(enterprise, submitted)).tasks.find((one) => one.departmentId === 'environment');
  await platform.pass(Date.parse('2027-01-05T09:00:00+08:00') - platform.runtime.clock.now());
  enterprise = await platform.signIn('qiyuan');
  expect((await task())?.overdueAt).toBeUndefined();
  await platform.pass(DAY_MS);
  enterprise = await platform.signIn('qiyuan');
  expect((await task())?.overdueAt).toBeDefined();

  await decideAll(platform, enterprise, submitted);
  expect((await readCase(enterprise, submitted)).status).toBe('ISSUED');
});

it('marks a task overdue once its due date has passed, and a late answer still counts', async () => {
  const submitted = await submit(platform, enterprise);
  const { tasks } = await readCase(enterprise, submitted);
  const [late, ...punctual] = tasks;
  for (const task of punctual) await decide(platform, task);

  await platform.pass(new Date(String(late?.dueAt)).getTime() - platform.runtime.clock.now() + 1000);
  // A token lives an hour; weeks have passed.
  enterprise = await platform.signIn('qiyuan');
  const overdue = await readCase(enterprise, submitted);
  expect(overdue.tasks.filter((task) => task.overdueAt).map((task) => task.taskId)).toEqual([late?.taskId]);
  expect(overdue.status).toBe('IN_REVIEW');

  if (late) await decide(platform, late);
  await platform.settle();
  expect((await readCase(enterprise, submitted)).status).toBe('ISSUED');
  const { body } = await enterprise.get<{ items: TimelineEntry[] }>(
    `/v1/cases/${submitted.caseId}/timeline?limit=100`,
  );
  expect(body.items.filter((entry) => entry.kind === 'task-overdue')).toHaveLength(1);
});

it('reminds at half and at 80 % of the time, then waits for months without doing anything and still ends right', async () => {
  // The three mandatory fields of three departments.
  const fields = ['environment', 'social-security', 'construction'];
  const submitted = await submit(platform, enterprise, { fields });
  await platform.pass(120 * DAY_MS);
  enterprise = await platform.signIn('qiyuan');
  const { tasks } = await readCase(enterprise, submitted);
  expect(tasks.every((task) => task.overdueAt && task.status === 'OPEN')).toBe(true);
  for (const { clock } of tasks) {
    expect(clock.reminders.map(({ at, sentAt }) => sentAt === at)).toEqual([true, true]);
  }
  await decideAll(platform, enterprise, submitted);
  expect((await readCase(enterprise, submitted)).status).toBe('ISSUED');
});
