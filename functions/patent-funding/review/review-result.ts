import type { FundingOutcome, PatentRow } from '../../../workflows/patent-funding/contract.ts';
import { ReviewAnswer } from '../../../workflows/patent-funding/review.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { ClosedReason, DeskTask } from '../../../workflows/shared/desk-task.ts';

interface ReviewResult {
  readonly outcome: FundingOutcome;
  /** Those left out have lost their amount. */
  readonly rows: readonly PatentRow[];
}

const CLOSED: Readonly<Record<ClosedReason, Bilingual>> = {
  'no-answer': { zh: '逾期未审核，由办公室关闭', en: 'Not reviewed in time; closed by the office' },
  'supplement-not-provided': { zh: '逾期未补正', en: 'The supplement was not given in time' },
};

/** What a decided, or closed, review means for the case and each of its patents. @throws a defect where it is open */
export function reviewResult(task: DeskTask, rows: readonly PatentRow[]): ReviewResult {
  const { answer, closedParts = [], status } = task;
  const out = new Map(closedParts.map(({ partId, reason }) => [partId, CLOSED[reason]]));
  if (answer === undefined) {
    if (status !== 'CLOSED') throw new Error(`The review ${task.taskId} is not decided`);
    const unanswered = closedParts.some(({ reason }) => reason === 'no-answer');
    const end = unanswered ? 'unanswered' : 'supplement-not-provided';
    return { outcome: { end, reasons: [...new Set(out.values())] }, rows: without(rows, out) };
  }
  const said = ReviewAnswer.parse(answer);
  if (said.outcome === 'refused') {
    const refused = { zh: said.reason, en: said.reason };
    const all = new Map(rows.map(({ number }) => [number, refused]));
    return { outcome: { end: 'refused', reasons: [refused] }, rows: without(rows, all) };
  }
  for (const { number, reason } of said.excluded) out.set(number, { zh: reason, en: reason });
  return { outcome: { end: 'approved', reasons: [] }, rows: without(rows, out) };
}

function without(rows: readonly PatentRow[], out: ReadonlyMap<string, Bilingual>): PatentRow[] {
  return rows.map((row) => {
    const excluded = out.get(row.number);
    if (excluded === undefined || row.amountFen === undefined) return row;
    const { amountFen: _, ...left } = row;
    return { ...left, excluded };
  });
}
