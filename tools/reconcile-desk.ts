import * as z from 'zod';
import { QueueCounts } from '../workflows/shared/desk-counts.ts';
import { DeskRecount } from '../workflows/shared/desk-recount.ts';
import { DeskTaskSummary } from '../workflows/shared/desk-task.ts';
import { pageOf } from '../workflows/shared/page.ts';

/**
 * `TOKEN=... npm run reconcile:desk -- ORIGIN`: reads the queues of all departments page by page, counts their tasks and names
 * every counter of the desk that differs. Exit code 0: all agree; 1: some do not, and are named; 2: it could not be checked.
 */
const USAGE = `TOKEN=... npm run reconcile:desk -- ORIGIN

  TOKEN    an access token of the office
  ORIGIN   where the platform answers, as http://localhost:4700`;

const Counts = z.object({ items: z.array(QueueCounts) });
const TasksPage = pageOf(DeskTaskSummary);
const STATUSES = ['OPEN', 'DECIDED', 'CLOSED'] as const;
const ATTEMPTS = 3;

try {
  const [origin] = process.argv.slice(2);
  const token = process.env.TOKEN;
  if (!origin || !token) throw new Error('name the origin, and put a token into TOKEN');
  process.exitCode = await check((path) => get(new URL(path, origin), token));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}

type Get = (path: string) => Promise<unknown>;

async function get(url: URL, token: string): Promise<unknown> {
  const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!reply.ok) throw new Error(`${url.href} answers ${reply.status}: ${await reply.text()}`);
  return reply.json();
}

/** Counters that move while the queues are read prove nothing: then all of it is read again. */
async function check(read: Get): Promise<number> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = Counts.parse(await read('/v1/desk/counts')).items;
    const recount = await recounted(before, read);
    const after = Counts.parse(await read('/v1/desk/counts')).items;
    if (JSON.stringify(before) === JSON.stringify(after)) return told(recount, before);
  }
  throw new Error(`the desk was never still: ${ATTEMPTS} times somebody wrote meanwhile`);
}

async function recounted(counts: readonly QueueCounts[], read: Get): Promise<DeskRecount> {
  const recount = new DeskRecount();
  for (const department of new Set(counts.map(({ departmentId }) => departmentId))) {
    for (const status of STATUSES) {
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ department, status, limit: '100', ...(cursor && { cursor }) });
        const page = TasksPage.parse(await read(`/v1/desk/tasks?${query}`));
        for (const task of page.items) recount.take(task);
        cursor = page.cursor;
      } while (cursor);
    }
  }
  return recount;
}

/** Answers the exit code. */
function told(recount: DeskRecount, stated: readonly QueueCounts[]): number {
  const differences = recount.differences(stated);
  const outcome = differences.length === 0 ? 'every counter agrees.' : `${differences.length} do not agree:`;
  console.log(`${recount.tasks} tasks counted: ${outcome}`);
  for (const one of differences) {
    console.log(`  ${one.counter}: stated ${one.stated}, its tasks come to ${one.recounted}`);
  }
  return differences.length === 0 ? 0 : 1;
}
