import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { Refusal } from '../../../demo/person.ts';
import { spawnBoundToThisProcess } from '../../../local/bound-child.ts';
import type { ListingPurpose } from '../../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary, CaseView, TimelineEntry } from '../../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { KillablePlatform } from '../killable-platform.ts';
import { ROOT } from '../platform.ts';
import { cleanAnswer, groupApplication } from './steps.ts';

/**
 * kill -9 of everything at ten points of two cases. Nobody repairs anything by hand: the platform starts again on its data, the
 * people repeat what got no answer, time passes, and each case ends with one report.
 */

const data = mkdtempSync(join(tmpdir(), 'killed-'));
let platform: KillablePlatform;

beforeAll(async () => {
  platform = await KillablePlatform.start(data);
}, 60_000);
afterAll(async () => {
  await platform.kill();
  rmSync(data, { recursive: true, force: true });
});

/** Where a case is when everything is killed, and after how many turns of our event loop. */
type Kills = Partial<Record<Point, number>>;
type Point = 'submit' | 'accepted' | 'decide first' | 'between' | 'decide last' | 'decided' | 'numbered';

const CASES: readonly (readonly [string, ListingPurpose['kind'], Kills])[] = [
  [
    'while requests are on their way, and when nothing seems to happen',
    'merger',
    { submit: 3, accepted: 0, 'decide first': 3, between: 0, decided: 500 },
  ],
  [
    'while things are written, the departments are asked and the report is printed',
    'bond',
    { submit: 400, accepted: 2000, 'decide first': 400, 'decide last': 400, numbered: 0 },
  ],
];

it.each(CASES)(
  'finishes the case with one report after kill -9 %s',
  async (_, kind, kills) => {
    const killAt = async (here: Point, act: () => Promise<unknown> = idle) => {
      const turns = kills[here];
      if (turns !== undefined) await platform.killDuring(act, turns);
    };
    const enterprise = await platform.signIn('qiyuan');
    const submission = { ...groupApplication(), purpose: { kind, board: 'bse' } };
    const post = () =>
      enterprise.post<CaseSummary>('/v1/listing-certificates', submission, { key: `kill-${kind}` });
    await killAt('submit', post);
    const { body: submitted } = await post();
    await killAt('accepted');

    const { tasks } = await untilAsked(enterprise, submitted);
    const [first, second, ...others] = tasks;
    await killAt('decide first', () => decideOnce(first));
    await decideOnce(first);
    await killAt('between');
    await decideOnce(second);
    const last = others.pop();
    for (const task of others) await decideOnce(task);
    await killAt('decide last', () => decideOnce(last));
    await decideOnce(last);
    await killAt('decided');
    if (kills.numbered !== undefined) await untilNumbered(enterprise, submitted);
    await killAt('numbered');

    await platform.pass('PT5M');
    const ended = await readCase(enterprise, submitted);
    expect(ended.status).toBe('ISSUED');
    await expectOneOfEverything(enterprise, ended);
  },
  120_000,
);

it('goes on with the case of a demonstration that was killed with everything else', async () => {
  const interrupted = startDemonstration();
  for await (const line of interrupted.lines) if (line.includes(' answers, ')) break;
  interrupted.kill();
  await platform.kill();
  await platform.start();

  const demonstration = startDemonstration();
  const minutes = setInterval(() => void platform.pass('PT1M').catch(() => undefined), 1_000);
  const lines: string[] = [];
  for await (const line of demonstration.lines) lines.push(line);
  clearInterval(minutes);

  expect(await demonstration.exitCode).toBe(0);
  expect(lines).toContainEqual(expect.stringMatching(/goes on with the case \S+, which was not finished/));
  expect(lines).toContainEqual(expect.stringContaining('report issued: '));
  expect(lines).toContainEqual(expect.stringContaining('8 faults in one answer'));
}, 120_000);

it('has killed everything at ten points and given every case one number, without gaps', async () => {
  expect(CASES.flatMap(([, , kills]) => Object.keys(kills))).toHaveLength(10);
  const enterprise = await platform.signIn('qiyuan');
  const { body } = await enterprise.get<{ items: CaseSummary[] }>('/v1/cases?limit=100');
  const ends = (numbers: readonly unknown[]) => numbers.map((one) => Number(String(one).slice(-6))).sort();
  expect(ends(body.items.map((one) => one.resultNumber))).toEqual([1, 2, 3]);
  expect(ends(body.items.map((one) => one.caseNumber))).toEqual([1, 2, 3]);
});

/** `npm run demo -- one-case` on the running platform; what it downloads goes to the data directory. */
function startDemonstration() {
  const args = [join(ROOT, 'demo', 'main.ts'), 'one-case', '--origin', platform.origin];
  const child = spawnBoundToThisProcess(process.execPath, args, { cwd: data });
  child.stderr.pipe(process.stderr);
  return {
    lines: createInterface({ input: child.stdout }),
    exitCode: once(child, 'exit').then(([code]) => code),
    kill: () => child.kill('SIGKILL'),
  };
}

async function idle(): Promise<void> {}

async function readCase(person: Person, { caseId }: CaseSummary): Promise<CaseView> {
  return (await person.get<CaseView>(`/v1/cases/${caseId}`)).body;
}

async function timelineOf(person: Person, { caseId }: CaseSummary): Promise<readonly TimelineEntry[]> {
  const { body } = await person.get<{ items: TimelineEntry[] }>(`/v1/cases/${caseId}/timeline?limit=100`);
  return body.items;
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

/** The case has its number, and its report is being signed and printed. */
async function untilNumbered(enterprise: Person, submitted: CaseSummary): Promise<void> {
  while (!(await timelineOf(enterprise, submitted)).some(({ kind }) => kind === 'number-assigned'))
    await turn();
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
  const timeline = await timelineOf(enterprise, ended);
  expect(timeline.map((entry) => entry.sequence)).toEqual(timeline.map((_, index) => index + 1));
  expect(timeline.map((entry) => entry.kind)).toEqual([
    'case-submitted',
    'review-planned',
    ...ended.tasks.map(() => 'task-decided'),
    'number-assigned',
    'result-issued',
  ]);
  const { content } = await enterprise.download(`/v1/cases/${ended.caseId}/report.pdf`);
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
}
