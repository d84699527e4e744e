import { describe, expect, it } from 'vitest';
import { reviewResult } from '../../../functions/patent-funding/review/review-result.ts';
import { patentFundingDesk } from '../../../workflows/patent-funding/desk-procedure.ts';
import type { ReviewQuestion } from '../../../workflows/patent-funding/review.ts';
import type { ClosedReason, DeskTask } from '../../../workflows/shared/desk-task.ts';
import { patent } from '../../workflows/patent-funding/samples.ts';

const rows = ['a', 'b', 'c'].map((number) => patent({ number, failed: [], amountFen: 100 }));
const question: ReviewQuestion = {
  asks: 'review',
  programmeId: 'p',
  programmeVersion: '1',
  lane: { lane: 'ordinary', reasons: [{ zh: '-', en: '-' }], promisedWorkingDays: 10 },
  grant: { amountFen: 300, patents: rows.map(({ number, kind }) => ({ number, kind, amountFen: 100 })) },
  failedCount: 0,
};

const closed = (reason: ClosedReason, ...numbers: string[]) =>
  numbers.map((partId) => ({ partId, reason, closedAt: '2026-12-01T00:00:00+08:00' }));
/** Of a task only what the result is read from. */
const result = (task: Partial<DeskTask>) => {
  const { outcome, rows: left } = reviewResult({ status: 'DECIDED', ...task } as DeskTask, rows);
  return [outcome.end, left.filter(({ amountFen }) => amountFen !== undefined).map(({ number }) => number)];
};

describe('what came of a review', () => {
  it.each<[string, Partial<DeskTask>, unknown[]]>([
    ['approved', { answer: { outcome: 'approved' } }, ['approved', ['a', 'b', 'c']]],
    [
      'approved without a patent',
      { answer: { outcome: 'approved', excluded: [{ number: 'b', reason: 'r' }] } },
      ['approved', ['a', 'c']],
    ],
    [
      'approved while a supplement about one patent did not come',
      { answer: { outcome: 'approved' }, closedParts: closed('supplement-not-provided', 'c') },
      ['approved', ['a', 'b']],
    ],
    ['refused', { answer: { outcome: 'refused', reason: 'r' } }, ['refused', []]],
    [
      'nothing, because no supplement came',
      { status: 'CLOSED', closedParts: closed('supplement-not-provided', 'a', 'b', 'c') },
      ['supplement-not-provided', []],
    ],
    [
      'nothing, because the office waited no longer',
      {
        status: 'CLOSED',
        closedParts: [...closed('supplement-not-provided', 'a'), ...closed('no-answer', 'b', 'c')],
      },
      ['unanswered', []],
    ],
  ])('is %s', (_, task, expected) => {
    expect(result(task)).toEqual(expected);
  });

  it('is nothing yet while it is open', () => {
    expect(() => result({ status: 'OPEN' })).toThrow('not decided');
  });
});

describe('the answer to a review', () => {
  const faultsOf = (answer: unknown) => {
    const judged = patentFundingDesk.judge(question, answer, { at: '/answer', todayOn: '2026-11-23' });
    return judged.ok ? [] : judged.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  const without = (...numbers: string[]) => ({
    outcome: 'approved',
    excluded: numbers.map((number) => ({ number, reason: 'r' })),
  });

  it.each([
    ['takes out what was asked', without('a'), []],
    ['takes out what was not asked', without('z'), ['/answer/excluded/0/number patent-not-asked']],
    ['takes out a patent twice', without('a', 'a'), ['/answer/excluded/1/number patent-twice']],
    ['takes out everything', without('a', 'b', 'c'), ['/answer/excluded nothing-left']],
    ['refuses for no reason', { outcome: 'refused', reason: ' ' }, ['/answer/reason too-small']],
  ])('%s', (_, answer, expected) => {
    expect(faultsOf(answer)).toEqual(expected);
  });

  it('is asked about the patents that are left once some are closed', () => {
    const left = patentFundingDesk.withoutParts(question, ['b']);
    expect(patentFundingDesk.partsOf(left)).toEqual(['a', 'c']);
    expect(left).toMatchObject({ grant: { amountFen: 200 } });
  });
});
