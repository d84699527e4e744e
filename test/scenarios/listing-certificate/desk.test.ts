import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { keepStaffList } from '../../../demo/staff.ts';
import type { CaseSummary, TimelineEntry } from '../../../workflows/shared/case.ts';
import type { QueueCounts } from '../../../workflows/shared/desk-counts.ts';
import type { Delegation } from '../../../workflows/shared/desk-roster.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { cleanAnswer, readCase, submit } from './steps.ts';

/** How the environment department divides its work on three cases of one enterprise, over HTTP on the deployed permissions. */

let platform: TestPlatform;
let enterprise: Person;
let officer: Person;
let colleague: Person;
let lead: Person;
let cases: CaseSummary[];

const DAY_MS = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  await keepStaffList(platform.origin, 'environment');
  enterprise = await platform.signIn('qiyuan');
  [officer, colleague, lead] = await Promise.all([
    platform.signIn('environment-officer'),
    platform.signIn('environment-second-officer'),
    platform.signIn('environment-lead'),
  ]);
  const first = await submit(platform, enterprise);
  const second = await submit(platform, enterprise, { purpose: { kind: 'bond', board: 'bse' } });
  const third = await submit(platform, enterprise, { purpose: { kind: 'refinancing', board: 'bse' } });
  cases = [first, second, third];
});
afterAll(() => platform?.stop());

const pathOf = (index: number) => `/v1/desk/tasks/${cases[index]?.caseId}.environment`;
const read = (person: Person, index: number) => person.get<DeskTask>(pathOf(index));

async function act(person: Person, index: number, action: string, body: unknown = {}) {
  const { etag } = await read(person, index);
  return (await person.post<DeskTaskSummary>(`${pathOf(index)}/${action}`, body, { etag })).body;
}
async function decide(person: Person, index: number) {
  const { body } = await read(person, index);
  return act(person, index, 'decision', { answer: cleanAnswer(body.question as never) });
}
const list = async (person: Person, query: string) =>
  (await person.get<{ items: DeskTaskSummary[] }>(`/v1/desk/tasks?${query}`)).body.items.map(
    ({ caseId }) => caseId,
  );
const caseIds = (...indexes: number[]) => indexes.map((index) => cases[index]?.caseId);
const counts = async () => {
  const { body } = await officer.get<{ items: QueueCounts[]; mine: number }>('/v1/desk/counts');
  const [{ open, unclaimed, decided } = { open: 0, unclaimed: 0, decided: 0 }] = body.items;
  return { open, unclaimed, decided, mine: body.mine };
};

describe('the desk of a department', () => {
  it('lets an officer take a task, and only the lead or the officer give it to another', async () => {
    expect(await counts()).toEqual({ open: 3, unclaimed: 3, decided: 0, mine: 0 });

    await act(officer, 0, 'claim');

    await expect(decide(colleague, 0)).rejects.toMatchObject({ problem: { status: 409, code: 'task-held' } });
    await expect(act(colleague, 0, 'release')).rejects.toMatchObject({ problem: { status: 409 } });
    const stolen = act(colleague, 0, 'assignment', { personId: 'environment-second-officer' });
    await expect(stolen).rejects.toMatchObject({ problem: { status: 403 } });
    await act(lead, 1, 'assignment', { personId: 'environment-officer' });
    expect(await counts()).toEqual({ open: 3, unclaimed: 1, decided: 0, mine: 2 });
  });

  it('finds tasks by holder, enterprise, name and number', async () => {
    expect((await list(officer, 'holder=mine')).sort()).toEqual(caseIds(0, 1).sort());
    expect(await list(officer, 'holder=nobody')).toEqual(caseIds(2));
    expect(await list(colleague, 'holder=mine')).toEqual([]);
    expect(await list(officer, 'enterprise=91500112LJDEM0017W')).toHaveLength(3);
    expect(await list(officer, `enterpriseName=${encodeURIComponent('重庆启元')}`)).toHaveLength(3);
    expect(await list(officer, `enterpriseName=${encodeURIComponent('重庆岚芯')}`)).toEqual([]);
    const office = await platform.signIn('office');
    expect(await list(office, `caseNumber=${cases[1]?.caseNumber}`)).toHaveLength(5);
    expect(await list(office, `caseNumber=${cases[1]?.caseNumber}&department=tax`)).toHaveLength(1);
  });

  it('lets a colleague act from a day to a day; everything names both', async () => {
    const on = (days: number) => localDateOf(new Date(platform.runtime.clock.now() + days * DAY_MS));
    const made = await officer.post<Delegation>('/v1/desk/delegations', {
      toPersonId: 'environment-second-officer',
      fromOn: on(1),
      toOn: on(2),
      workflows: ['listing-certificate'],
    });
    const back = colleague.post('/v1/desk/delegations', {
      toPersonId: 'environment-officer',
      fromOn: on(2),
      toOn: on(3),
      workflows: ['listing-certificate'],
    });
    await expect(back).rejects.toMatchObject({ problem: { faults: [{ code: 'delegation-in-a-circle' }] } });
    await expect(decide(colleague, 0)).rejects.toMatchObject({ problem: { status: 409 } });

    await platform.pass(DAY_MS);
    colleague = await platform.signIn('environment-second-officer');
    officer = await platform.signIn('environment-officer');
    lead = await platform.signIn('environment-lead');
    enterprise = await platform.signIn('qiyuan');
    expect((await list(colleague, 'holder=mine')).sort()).toEqual(caseIds(0, 1).sort());
    const decided = await decide(colleague, 0);

    expect(decided.decidedBy).toEqual({
      personId: 'environment-second-officer',
      personName: '李经办（虚构）',
      forWhom: { personId: 'environment-officer', personName: '赵经办（虚构）' },
    });
    const { body } = await lead.get<{ items: TimelineEntry[] }>(`/v1/cases/${cases[0]?.caseId}/timeline`);
    expect(body.items.find(({ kind }) => kind === 'task-decided')?.by).toMatchObject({
      personName: '李经办（虚构）',
      forPersonName: '赵经办（虚构）',
    });
    await officer.post(`/v1/desk/delegations/${made.body.delegationId}/revocation`, {});
    await expect(decide(colleague, 1)).rejects.toMatchObject({ problem: { status: 409 } });
  });

  it('keeps comments among the departments and the office, notes within the organisation', async () => {
    const path = `/v1/cases/${cases[1]?.caseId}`;
    await officer.post(`${path}/comments`, { text: '请税务部门一并核对' });
    await officer.post(`${path}/notes`, { text: '待现场核查' });
    const tax = await platform.signIn('tax-officer');
    const texts = async (person: Person, what: string) =>
      (await person.get<{ items: { text: string }[] }>(`${path}/${what}`)).body.items.map(({ text }) => text);

    expect(await texts(tax, 'comments')).toEqual(['请税务部门一并核对']);
    expect(await texts(tax, 'notes')).toEqual([]);
    expect(await texts(colleague, 'notes')).toEqual(['待现场核查']);
    await expect(texts(enterprise, 'comments')).rejects.toMatchObject({ problem: { status: 403 } });
    const seen = await enterprise.get<unknown>(`${path}/timeline`);
    expect(JSON.stringify([seen.body, await readCase(enterprise, cases[1] as CaseSummary)])).not.toMatch(
      /经办|comment-added|note-added|task-assigned/,
    );
  });

  it('decides like tasks at once, each by itself, and once', async () => {
    const tasks = await Promise.all(
      [0, 1, 2].map(async (index) => {
        const { body } = await read(officer, index);
        return { taskId: body.taskId, version: body.version };
      }),
    );
    const once = () =>
      officer.post<{ results: { outcome: string }[] }>(
        '/v1/desk/decisions',
        { tasks, choice: { finding: 'no-record' } },
        { key: 'many' },
      );

    const [first, second] = await Promise.all([once(), once()]);

    expect(first.body.results.map(({ outcome }) => outcome)).toEqual(['refused', 'decided', 'decided']);
    expect(second.body).toEqual(first.body);
    expect(await counts()).toEqual({ open: 0, unclaimed: 0, decided: 3, mine: 0 });
  });
});
