import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transitionsPage } from '../../docs/transitions-page.ts';
import { DESK_TRANSITIONS, type DeskAction, mayHappen } from '../../workflows/shared/desk-transitions.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'transitions.md');
const task = (status: 'OPEN' | 'DECIDED' | 'RELAYED' | 'CLOSED') => ({ status });

describe('the table of transitions', () => {
  it('is what docs/transitions.md shows; `npm run docs` draws it', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(transitionsPage());
  });

  it('lets nothing happen to a task that is closed or whose answer the machine has', () => {
    for (const action of Object.keys(DESK_TRANSITIONS) as DeskAction[]) {
      expect([action, mayHappen(action, task('CLOSED'))]).toEqual([action, false]);
      expect([action, mayHappen(action, task('RELAYED'))]).toEqual([action, false]);
    }
  });

  const overdue = { ...task('OPEN'), overdueAt: '2026-12-01T00:00:00+08:00' };
  const awaiting = { ...task('OPEN'), supplementId: 'a.b-1' };

  it('lets a department answer late, until the office acts', () => {
    expect(mayHappen('decide', overdue)).toBe(true);
  });

  it.each([
    ['lets a task change hands that is open', task('OPEN'), true],
    ['lets a task change hands that is overdue', overdue, true],
    ['lets a task change hands that waits for a supplement', awaiting, true],
    ['lets no task change hands that is decided', task('DECIDED'), false],
  ])('%s', (_what, standing, may) => {
    expect(mayHappen('changeHolder', standing)).toBe(may);
  });

  it('lets the date of an overdue task be computed anew, whether or not it is past then', () => {
    expect(mayHappen('takeBack', overdue)).toBe(true);
    expect(mayHappen('recompute', overdue)).toBe(true);
    expect(mayHappen('recompute', awaiting)).toBe(false);
  });
});
