import * as z from 'zod';
import type { ObjectionQuestion } from '../../../../workflows/listing-certificate/objection/desk-procedure.ts';
import { DraftRecord } from '../answer/answer-draft.ts';

const Decision = z.object({
  outcome: z.enum(['upheld', 'rejected']).optional(),
  reason: z.string(),
  finding: z.enum(['no-record', 'records', 'not-my-jurisdiction']),
  /** What the cell says instead; begins as what it says now. */
  records: z.array(DraftRecord),
});
export type DraftDecision = z.infer<typeof Decision>;

/** A decision on an objection as it is being written, by the key of the cell. */
const Draft = z.record(z.string(), Decision);
export type DecisionDraft = z.infer<typeof Draft>;

export function isDecisionDraft(kept: unknown): kept is DecisionDraft {
  return Draft.safeParse(kept).success;
}

type Cell = ObjectionQuestion['cells'][number];

export const keyOfCell = ({ uscc, fieldId }: Pick<Cell, 'uscc' | 'fieldId'>) => `${uscc} ${fieldId}`;

/** Nothing is decided before somebody decides; the usual correction is that there is no record. */
export function newDecisions({ cells }: ObjectionQuestion): DecisionDraft {
  return Object.fromEntries(
    cells.map((cell) => [keyOfCell(cell), { reason: '', finding: 'no-record', records: [...cell.records] }]),
  );
}

/** What is sent. */
export function decisionsOf({ cells }: ObjectionQuestion, draft: DecisionDraft) {
  return {
    decisions: cells.map((cell) => {
      const { outcome, reason = '', finding, records } = draft[keyOfCell(cell)] ?? {};
      const place = { uscc: cell.uscc, fieldId: cell.fieldId };
      if (outcome !== 'upheld') return { ...place, outcome, reason };
      return {
        ...place,
        outcome,
        reason,
        corrected: finding === 'records' ? { finding, records } : { finding },
      };
    }),
  };
}
