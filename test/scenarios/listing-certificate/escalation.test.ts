import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { credential } from '../../../workflows/listing-certificate/rules/credential.ts';
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

/** What the issued report says of a field, of every entity that lies within the area. */
async function reported(fieldId: string): Promise<string[]> {
  const enterprise = await signIn('qiyuan');
  expect((await readCase(enterprise, submitted)).status).toBe('ISSUED');
  const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/certificate`);
  const { credentialSubject } = decodeJwt<ReturnType<typeof credential>>(content.toString('utf8'));
  const said = credentialSubject.entities
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.fieldId === fieldId)
    .map(({ verdict, reason }) => reason?.code ?? verdict)
    .filter((code) => code !== 'outside-the-area');
  return [...new Set(said)];
}

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

  expect(await reported('social-security')).toEqual(['no-answer']);
  expect(await reported('environment')).toEqual(['no-record']);
});

it('the office closes one field of two, the department answers the other late, and the report says both', async () => {
  submitted = await submit(platform, await signIn('qiyuan'), {
    fields: ['environment', 'social-security', 'construction', 'labour'],
  });
  const { tasks } = await readCase(await signIn('qiyuan'), submitted);
  for (const task of tasks.filter((one) => one.departmentId !== 'social-security')) {
    await decide(platform, task);
  }
  await untilDue('social-security');

  const closed = await act('social-security', 'closure', { partIds: ['labour'], reason: '多次催办未答复' });
  expect(closed).toMatchObject({ status: 'OPEN', closedParts: [{ partId: 'labour', reason: 'no-answer' }] });
  expect(await escalated()).toEqual(['social-security']);
  await decide(platform, await taskOf('social-security'));
  await platform.settle();

  expect(await reported('labour')).toEqual(['no-answer']);
  expect(await reported('social-security')).toEqual(['no-record']);
});
