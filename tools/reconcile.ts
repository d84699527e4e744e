import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { AuditEntry } from '../workflows/shared/audit-entry.ts';
import { Statistics } from '../workflows/shared/office-routes.ts';
import { type Difference, reconcile } from '../workflows/shared/statistics/reconcile.ts';
import { Recount } from '../workflows/shared/statistics/recount.ts';

/**
 * `npm run reconcile -- AUDIT STATISTICS ...`: counts the audit anew and names every figure of the statistics that differs,
 * without the platform. Exit code 0: all agree; 1: some do not, and are named; 2: it could not be checked.
 */
const USAGE = `npm run reconcile -- AUDIT STATISTICS ...

  AUDIT        pages of GET /v1/audit/export, one after the other (npm run verify-audit tells whether they are whole)
  STATISTICS   replies of GET /v1/office/statistics; of months that are over, or read while nothing was written`;

const Line = z.union([
  z.object({ line: z.literal('entry'), entry: AuditEntry }),
  z.object({ line: z.enum(['heads', 'anchor']) }),
]);

try {
  const [audit, ...replies] = process.argv.slice(2);
  if (audit === undefined || replies.length === 0) throw new Error('name the export and at least one reply');
  const recount = await recounted(audit);
  const counts = replies.map((file) => check(file, recount));
  process.exitCode = counts.some((differences) => differences > 0) ? 1 : 0;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function recounted(file: string): Promise<Recount> {
  const recount = new Recount();
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const text of lines) {
    number++;
    const line = Line.safeParse(parsed(text)).data;
    if (line === undefined) throw new Error(`${file}, line ${number}: not a line of an export of the audit`);
    if (line.line === 'entry') recount.take(line.entry);
  }
  return recount;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says how many figures differ. */
function check(file: string, recount: Recount): number {
  const statistics = Statistics.parse(JSON.parse(readFileSync(file, 'utf8')));
  const differences = reconcile(statistics, recount.sets());
  const { fromMonth, toMonth } = statistics;
  console.log(`${file} (${fromMonth} to ${toMonth}): ${verdict(differences)}`);
  for (const { figure, stated, recounted } of differences) {
    console.log(`  ${figure}: stated ${stated}, the audit comes to ${recounted}`);
  }
  return differences.length;
}

function verdict({ length }: readonly Difference[]): string {
  return length === 0
    ? 'every figure agrees with the audit.'
    : `${length} figure(s) do not agree with the audit:`;
}
