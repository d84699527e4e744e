import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { Refusal } from '../../../demo/person.ts';
import { ListingPurpose } from '../../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary, CaseView, TimelineEntry } from '../../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { KillablePlatform } from '../killable-platform.ts';
import { cleanAnswer, groupApplication } from './steps.ts';

/**
 * kill -9 of everything at ten points of a case. Nobody repairs anything by hand: the platform starts again on its data, the
 * people repeat what got no answer, time passes, and the case ends.
 */

const data = mkdtempSync(join(tmpdir(), 'killed-'));
const boards = ListingPurpose.shape.board.options;
const kinds = ListingPurpose.shape.kind.options;
let platform: KillablePlatform;

beforeAll(async () => {
  platform = await KillablePlatform.start(data);
}, 60_000);
afterAll(async () => {
  await platform.kill();
  rmSync(data, { recursive: true, force: true });
});

/** Kills while `act` is on its way: after so many turns of our event loop; the answer is lost or not. */
async function killDuring(act: () => Promise<unknown>, turns: number): Promise<void> {
  const acting = act().catch(() => undefined);
  for (let count = 0; count < turns; count++) await turn();
  await platform.kill();
  await acting;
  await platform.start();
}

const POINTS = [
  ['while the submission is on its way', 'submit', 3],
  ['while the submission is written', 'submit', 400],
  ['as soon as the case is accepted', 'accepted', 0],
  ['while the departments are asked', 'accepted', 2000],
  ['while the first decision is on its way', 'decide-first', 3],
  ['while the first decision is written', 'decide-first', 400],
  ['between two decisions', 'between', 0],
  ['while the last decision is written', 'decide-last', 400],
  ['while the report gets its number', 'decided', 500],
  ['while the report is signed and printed', 'decided', 4000],
] as const;

type Point = (typeof POINTS)[number][1];

it.each(POINTS)(
  'finishes the case with one report after kill -9 %s',
  async (name, point, turns) => {
    const index = POINTS.findIndex(([one]) => one === name);
    const at = (here: Point, act: () => Promise<unknown>) =>
      here === point ? killDuring(act, turns) : act();

    const enterprise = await platform.signIn('qiyuan');
    const submission = {
      ...groupApplication(),
      purpose: { kind: kinds[Math.floor(index / boards.length)], board: boards[index % boards.length] },
    };
    const post = () =>
      enterprise.post<CaseSummary>('/v1/listing-certificates', submission, { key: `kill-${index}` });
    await at('submit', post);
    const { body: submitted } = await post();
    await at('accepted', () => idle());

    const view = await untilAsked(enterprise, submitted);
    const [first, second, ...others] = view.tasks;
    await at('decide-first', () => decideOnce(first));
    await decideOnce(first);
    await at('between', () => idle());
    await decideOnce(second);
    const last = others.pop();
    for (const task of others) await decideOnce(task);
    await at('decide-last', () => decideOnce(last));
    await decideOnce(last);
    await at('decided', () => idle());

    await platform.pass('PT5M');
    const ended = await readCase(enterprise, submitted);
    expect(ended.status).toBe('ISSUED');
    await expectOneOfEverything(enterprise, ended);
  },
  60_000,
);

it('has given every case one number, without gaps', async () => {
  const enterprise = await platform.signIn('qiyuan');
  const { body } = await enterprise.get<{ items: CaseSummary[] }>('/v1/cases?limit=100');
  const numbers = body.items.map((one) => Number(one.resultNumber?.slice(-6))).sort((a, b) => a - b);
  const caseNumbers = body.items.map((one) => Number(one.caseNumber.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(POINTS.map((_, index) => index + 1));
  expect(caseNumbers).toEqual(POINTS.map((_, index) => index + 1));
});

async function idle(): Promise<void> {}

async function readCase(person: Person, { caseId }: CaseSummary): Promise<CaseView> {
  return (await person.get<CaseView>(`/v1/cases/${caseId}`)).body;
}

async function untilAsked(enterprise: Person, submitted: CaseSummary): Promise<CaseView> {
  for (let minutes = 0; minutes < 10; minutes++) {
    const view = await readCase(enterprise, submitted);
    const { plan } = view.detail as { plan?: unknown[] };
    if (plan && view.tasks.length === plan.length) return view;
    await platform.pass('PT1M');
  }
  throw new Error('the departments were never asked');
}

/** A person who repeats a decision until it stands: 409 tells that it stood already. */
async function decideOnce(task: DeskTaskSummary | undefined): Promise<void> {
  const officer = await platform.signIn(`${task?.departmentId}-officer`);
  const path = `/v1/desk/tasks/${task?.taskId}`;
  const { body, etag } = await officer.get<DeskTask>(path);
  if (body.status !== 'OPEN') return;
  try {
    await officer.post(
      `${path}/decision`,
      { answer: cleanAnswer(body.question as DepartmentQuestion) },
      { etag },
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.status !== 409) throw error;
  }
}

async function expectOneOfEverything(enterprise: Person, ended: CaseView): Promise<void> {
  const { body } = await enterprise.get<{ items: TimelineEntry[] }>(
    `/v1/cases/${ended.caseId}/timeline?limit=100`,
  );
  expect(body.items.map((entry) => entry.sequence)).toEqual(body.items.map((_, index) => index + 1));
  expect(body.items.map((entry) => entry.kind)).toEqual([
    'case-submitted',
    'review-planned',
    ...ended.tasks.map(() => 'task-decided'),
    'number-assigned',
    'result-issued',
  ]);
  const { content } = await enterprise.download(`/v1/cases/${ended.caseId}/report.pdf`);
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
}
