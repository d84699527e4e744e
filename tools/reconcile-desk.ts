import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import organisations from '../seeds/notifications/organisations.json' with { type: 'json' };
import { HeldCount, QueueCounts } from '../workflows/shared/desk-counts.ts';
import { DeskRecount, type StatedCounters } from '../workflows/shared/desk-recount.ts';
import { DeskTaskSummary } from '../workflows/shared/desk-task.ts';
import { pageOf } from '../workflows/shared/page.ts';

/**
 * `TOKEN=... npm run reconcile:desk -- ORIGIN`: reads the queues of all departments and the moved due dates page by page, counts them
 * and names every counter of the desk that differs. Exit code 0: all agree; 1: some do not, and are named; 2: it could not be checked.
 */
const USAGE = `TOKEN=... npm run reconcile:desk -- ORIGIN

  TOKEN    an access token of the office
  ORIGIN   where the platform answers, as http://localhost:4700`;

const Counts = z.object({ items: z.array(QueueCounts), held: z.array(HeldCount).default([]) });
const Calendars = z.object({ items: z.array(z.object({ calendar: z.object({ year: z.int() }) })) });
const Moved = z.object({ items: z.array(z.unknown()), total: z.int(), cursor: z.string().optional() });
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
    const before = await stated(read);
    const recount = await recounted(before, read);
    if (isDeepStrictEqual(before, await stated(read))) return told(recount, before);
  }
  throw new Error(`the desk was never still: ${ATTEMPTS} times somebody wrote meanwhile`);
}

async function stated(read: Get): Promise<StatedCounters> {
  const queues = Counts.parse(await read('/v1/desk/counts')).items;
  const held = new Map<string, HeldCount[]>();
  for (const department of departmentsIn(queues)) {
    const query = new URLSearchParams({ department });
    held.set(department, Counts.parse(await read(`/v1/desk/counts?${query}`)).held);
  }
  const moved = new Map<number, number>();
  for (const { calendar } of Calendars.parse(await read('/v1/calendars')).items) {
    const first = await read(`/v1/calendars/${calendar.year}/moved-due-dates?limit=1`);
    moved.set(calendar.year, Moved.parse(first).total);
  }
  return { queues, held, moved };
}

/** Those that the platform tells of events, not only those that have counters: a department may have lost all of its own. */
function departmentsIn(queues: readonly QueueCounts[]): Set<string> {
  const told = organisations.flatMap((version) => version.organisations.map((one) => one.organisationId));
  return new Set([...told, ...queues.map(({ departmentId }) => departmentId)]);
}

async function recounted({ held, moved }: StatedCounters, read: Get): Promise<DeskRecount> {
  const recount = new DeskRecount();
  for (const department of held.keys()) {
    for (const status of STATUSES) {
      const query = { department, status };
      for await (const task of itemsOf('/v1/desk/tasks', query, TasksPage, read)) recount.take(task);
    }
  }
  for (const year of moved.keys()) {
    const path = `/v1/calendars/${year}/moved-due-dates`;
    for await (const _ of itemsOf(path, {}, Moved, read)) recount.takeMoved(year);
  }
  return recount;
}

/** What a list holds on all its pages. */
async function* itemsOf<Item>(
  path: string,
  query: Readonly<Record<string, string>>,
  contract: z.ZodType<{ readonly items: readonly Item[]; readonly cursor?: string | undefined }>,
  read: Get,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const asked = new URLSearchParams({ ...query, limit: '100', ...(cursor && { cursor }) });
    const page = contract.parse(await read(`${path}?${asked}`));
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

/** Answers the exit code. */
function told(recount: DeskRecount, stated: StatedCounters): number {
  const differences = recount.differences(stated);
  const outcome = differences.length === 0 ? 'every counter agrees.' : `${differences.length} do not agree:`;
  console.log(`${recount.tasks} tasks counted: ${outcome}`);
  for (const one of differences) {
    console.log(`  ${one.counter}: stated ${one.stated}, its tasks come to ${one.recounted}`);
  }
  return differences.length === 0 ? 0 : 1;
}
