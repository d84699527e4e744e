import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { NO_ANCHOR, nextAnchor } from '../../workflows/shared/audit/anchor.ts';
import { EMPTY_CHAIN, nextEntry } from '../../workflows/shared/audit/chain.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = nextEntry(EMPTY_CHAIN, {
  caseId: 'lc-1',
  at: '2026-11-23T09:30:00+08:00',
  kind: 'case-submitted',
  actor: { by: 'platform', step: 'test' },
  details: { verdict: 'good' },
});
const { hash: _, sequence: __, previousHash: ___, ...facts } = entry;
const later = nextEntry(entry, { ...facts, at: '2026-11-24T09:30:00+08:00' });
const { caseId, sequence, hash } = entry;
const heads = [{ caseId, sequence, hash }];
const anchor = nextAnchor(NO_ANCHOR, { day: '2026-11-23', heads, entries: 1 });
const LINES = [
  { line: 'entry', entry },
  { line: 'heads', day: anchor.day, heads },
  { line: 'anchor', anchor },
].map((line) => JSON.stringify(line));

async function run(lines: readonly string[], ...options: string[]) {
  const file = join(folder, 'export.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const tool = join(import.meta.dirname, '..', '..', 'tools', 'verify-audit.ts');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [tool, file, ...options]);
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

describe('npm run verify-audit', () => {
  it('tells that an export is whole, and its last anchor', async () => {
    const { code, text } = await run(LINES, '--anchor', `${anchor.day}:${anchor.hash}`);

    expect(text).toContain(`Last anchor: 2026-11-23:${anchor.hash}. After it: 0 entries.`);
    expect(code).toBe(0);
  });

  it.each([
    [
      'before any anchor',
      LINES.slice(0, 1),
      'No day is anchored yet. Whether entries are missing at the end cannot be told',
    ],
    [
      'after the last anchor',
      [...LINES, JSON.stringify({ line: 'entry', entry: later })],
      'After it: 1 entries. Whether',
    ],
  ])('says of entries %s that none can be told to be missing at the end', async (_where, lines, said) => {
    const { code, text } = await run(lines);

    expect(text).toContain(said);
    expect(code).toBe(0);
  });

  it('names the entry that was changed, with its line', async () => {
    const { code, text } = await run(LINES.map((line) => line.replace('"good"', '"bad"')));

    expect(text).toContain('entry 1 of case lc-1 was changed: its hash is not that of its content (line 1)');
    expect(code).toBe(1);
  });

  it('names the option that is wrong', async () => {
    const { code, text } = await run(LINES, '--anchor', 'yesterday');

    expect(text).toContain('--anchor yesterday is not DAY:HASH');
    expect(code).toBe(2);
  });
});
