import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { EMPTY_CHAIN, nextEntry } from '../../workflows/shared/audit/chain.ts';
import type { Statistics } from '../../workflows/shared/office-routes.ts';
import { procedureFigures } from '../../workflows/shared/statistics/figures.ts';
import { Recount } from '../../workflows/shared/statistics/recount.ts';

const folder = mkdtempSync(join(tmpdir(), 'reconcile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const about = { caseId: 'lc-1', actor: { by: 'platform', step: 'test' } } as const;
const submitted = nextEntry(EMPTY_CHAIN, {
  ...{ ...about, at: '2026-11-23T09:30:00+08:00', kind: 'case-submitted' as const },
  details: { workflow: 'listing-certificate' },
});
const issued = nextEntry(submitted, {
  ...{ ...about, at: '2026-11-25T09:30:00+08:00', kind: 'result-issued' as const },
  details: { status: 'ISSUED', workingDays: 2 },
});
/** A department's staff list has a chain of its own; nothing of it is counted, whatever it looks like. */
const staff = nextEntry(EMPTY_CHAIN, {
  ...{ ...about, caseId: 'roster-tax', at: '2026-11-23T09:00:00+08:00', kind: 'staff-replaced' as const },
  details: { departmentId: 'tax', joined: ['tax-officer-1'], left: [] },
});
const overdue = nextEntry(staff, {
  ...{ ...about, caseId: 'roster-tax', at: '2026-11-24T09:00:00+08:00', kind: 'task-overdue' as const },
  details: { departmentId: 'tax' },
});
const recount = new Recount();
for (const entry of [submitted, issued]) recount.take(entry);

const STATISTICS: Statistics = {
  ...{ fromMonth: '2026-11', toMonth: '2026-11', departments: [] },
  procedures: procedureFigures(recount.sets()).map((figures) => ({
    title: { zh: '合规', en: 'Compliance' },
    ...figures,
  })),
};
const LINES = [
  { line: 'entry', entry: submitted },
  { line: 'entry', entry: overdue },
  { line: 'entry', entry: staff },
  { line: 'entry', entry: issued },
  { line: 'heads', day: '2026-11-23', heads: [] },
].map((line) => JSON.stringify(line));

async function run(lines: readonly string[], statistics: string) {
  const [audit, reply] = [join(folder, 'export.jsonl'), join(folder, 'statistics.json')];
  writeFileSync(audit, `${lines.join('\n')}\n`);
  writeFileSync(reply, statistics);
  const tool = join(import.meta.dirname, '..', '..', 'tools', 'reconcile.ts');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [tool, audit, reply]);
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

describe('npm run reconcile', () => {
  it('tells that every figure agrees with the audit', async () => {
    const { code, text } = await run(LINES, JSON.stringify(STATISTICS));

    expect(text).toContain('(2026-11 to 2026-11): every figure agrees with the audit.');
    expect(code).toBe(0);
  });

  it('names each figure that does not', async () => {
    const { code, text } = await run(LINES.slice(0, 1), JSON.stringify(STATISTICS));

    expect(text).toContain(
      'procedures/listing-certificate/days/2026-11-25/concluded: stated 1, the audit comes to 0',
    );
    expect(text).toContain(
      'procedures/listing-certificate/workingDays/2/count: stated 1, the audit comes to 0',
    );
    expect(code).toBe(1);
  });

  it('refuses what is no export, and an export whose beginning is missing', async () => {
    expect(await run(['{}'], JSON.stringify(STATISTICS))).toMatchObject({ code: 2 });
    const { code, text } = await run(LINES.slice(1), JSON.stringify(STATISTICS));
    expect(text).toContain('the first entry of case lc-1 is missing');
    expect(code).toBe(2);
  });
});
