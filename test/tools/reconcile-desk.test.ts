import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueCounts } from '../../workflows/shared/desk-counts.ts';
import type { DeskTaskSummary } from '../../workflows/shared/desk-task.ts';

const AT = '2026-11-23T09:30:00+08:00';
const TASK: DeskTaskSummary = {
  ...{ taskId: 'c-1.tax', caseId: 'c-1', caseNumber: 'LC-1', workflow: 'listing-certificate' },
  ...{ departmentId: 'tax', applicantName: 'Qiyuan', applicantUscc: '91500112LJDEM0017W', status: 'OPEN' },
  ...{ openedAt: AT, dueAt: AT, dueProvisional: false, version: 1 },
  clock: { fromOn: '2026-11-23', workingDays: 5, pauses: [], reminders: [] },
};
const HELD = { assignee: { personId: 'ben', personName: 'Ben', assignedAt: AT } };

/** What the API shows of tax: two open tasks on two pages, one of them held, and one that was answered. */
const PAGES: Readonly<Record<string, object>> = {
  'OPEN ': { items: [TASK], cursor: 'next' },
  'OPEN next': { items: [{ ...TASK, ...HELD }] },
  'DECIDED ': { items: [{ ...TASK, status: 'RELAYED' }] },
};
const COUNTS: QueueCounts = {
  ...{ departmentId: 'tax', workflow: 'listing-certificate' },
  ...{ open: 2, unclaimed: 1, overdue: 0, decided: 1, closed: 0 },
};
/** What it shows of the calendars: one due date that moved. */
const CALENDARS = { items: [{ calendar: { year: 2027 } }] };
const MOVED = { items: [{}] };

let server: Server;
/** What the counters say; each reading takes the next one, and the last one stays. */
let counts: (QueueCounts | undefined)[] = [];
let mine = 1;
let moved = 1;

beforeAll(async () => {
  server = createServer((request, reply) => {
    reply.end(JSON.stringify(answerTo(new URL(request.url ?? '/', 'http://localhost'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

function answerTo({ pathname, searchParams }: URL): object {
  const ofTax = searchParams.get('department') === 'tax';
  switch (pathname) {
    case '/v1/desk/counts':
      if (searchParams.has('department')) {
        return { items: [], held: ofTax ? [{ personId: 'ben', open: mine }] : [] };
      }
      return { items: [counts.length > 1 ? counts.shift() : counts[0]].filter((one) => one !== undefined) };
    case '/v1/calendars':
      return CALENDARS;
    case '/v1/calendars/2027/moved-due-dates':
      return { ...MOVED, total: moved };
    default: {
      const page = PAGES[`${searchParams.get('status')} ${searchParams.get('cursor') ?? ''}`];
      return (ofTax && page) || { items: [] };
    }
  }
}

async function run(...said: (QueueCounts | undefined)[]) {
  counts = said;
  const { port } = server.address() as AddressInfo;
  const tool = join(import.meta.dirname, '..', '..', 'tools', 'reconcile-desk.ts');
  const env = { ...process.env, TOKEN: 'of-the-office' };
  try {
    const command = [tool, `http://127.0.0.1:${port}`];
    const { stdout } = await promisify(execFile)(process.execPath, command, { env });
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

describe('npm run reconcile:desk', () => {
  it('tells that every counter agrees with the tasks', async () => {
    expect(await run(COUNTS)).toEqual({ code: 0, text: '3 tasks counted: every counter agrees.\n' });
  });

  it('names each counter that does not', async () => {
    const { code, text } = await run({ ...COUNTS, unclaimed: 2 });

    expect(text).toContain('tax/listing-certificate/unclaimed: stated 2, its tasks come to 1');
    expect(code).toBe(1);
  });

  it('names the counters of a department that has lost all of them', async () => {
    const { code, text } = await run(undefined);

    expect(text).toContain('tax/listing-certificate/open: stated 0, its tasks come to 2');
    expect(code).toBe(1);
  });

  it('names what an officer holds and what a calendar moved, where their counters do not agree', async () => {
    [mine, moved] = [0, 3];
    const { code, text } = await run(COUNTS);
    [mine, moved] = [1, 1];

    expect(text).toContain('tax/held by ben: stated 0, its tasks come to 1');
    expect(text).toContain('2027/moved due dates: stated 3, its tasks come to 1');
    expect(code).toBe(1);
  });

  it('counts again where somebody wrote meanwhile, and gives up where nobody stops', async () => {
    const moving = [1, 2, 3, 4, 5, 6].map((decided) => ({ ...COUNTS, decided }));

    expect(await run({ ...COUNTS, decided: 0 }, COUNTS)).toMatchObject({ code: 0 });
    expect(await run(...moving)).toMatchObject({ code: 2 });
  });
});
