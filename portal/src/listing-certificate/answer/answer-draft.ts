import * as z from 'zod';
import { DepartmentAnswer, type FieldAnswer } from '../../../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import { answerFaults } from '../../../../workflows/listing-certificate/rules/answer-faults.ts';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { shaped } from '../../../../workflows/shared/shape-faults.ts';

const Finding = z.enum(['no-record', 'records', 'not-my-jurisdiction']);
export type Finding = FieldAnswer['finding'];

export const DraftRecord = z.object({
  documentNumber: z.string(),
  decidedOn: z.string(),
  authority: z.string(),
  behaviourKind: z.string(),
  outcome: z.string(),
  repaired: z.boolean(),
});
export type DraftRecord = z.infer<typeof DraftRecord>;

/** An answer as it is being written: a cell for each entity and field, by `<uscc> <fieldId>`. */
const Draft = z.object({
  cells: z.record(z.string(), z.object({ finding: Finding, records: z.array(DraftRecord).optional() })),
  comment: z.string(),
});
export type AnswerDraft = z.infer<typeof Draft>;

export function isAnswerDraft(kept: unknown): kept is AnswerDraft {
  return Draft.safeParse(kept).success;
}

export const NO_RECORD_YET: DraftRecord = {
  documentNumber: '',
  decidedOn: '',
  authority: '',
  behaviourKind: '',
  outcome: '',
  repaired: false,
};

export interface Cell {
  readonly key: string;
  readonly uscc: string;
  readonly fieldId: string;
}

export function keyOf(uscc: string, fieldId: string): string {
  return `${uscc} ${fieldId}`;
}

/** Every cell that is asked, entity by entity. */
export function cellsOf({ entities, fieldIds }: DepartmentQuestion): Cell[] {
  return entities.flatMap(({ uscc }) =>
    fieldIds.map((fieldId) => ({ key: keyOf(uscc, fieldId), uscc, fieldId })),
  );
}

export function unanswered(question: DepartmentQuestion, { cells }: AnswerDraft): string[] {
  return cellsOf(question).flatMap(({ key }) => (cells[key] ? [] : [key]));
}

/** What is sent; the cells that were filled in. */
export function answerOf(question: DepartmentQuestion, { cells, comment }: AnswerDraft) {
  const answers = cellsOf(question).flatMap(({ key, uscc, fieldId }) => {
    const cell = cells[key];
    if (!cell) return [];
    const place = { uscc, fieldId, finding: cell.finding };
    return [cell.finding === 'records' ? { ...place, records: cell.records ?? [] } : place];
  });
  return { answers, ...(comment.trim() && { comment: comment.trim() }) };
}

/** What is wrong with the filled cells, by the rules of the platform; that some are empty is told by `unanswered`. */
export function answerWrong(question: DepartmentQuestion, draft: AnswerDraft): Fault[] {
  const given = answerOf(question, draft);
  if (given.answers.length === 0) return [];
  const answer = shaped(DepartmentAnswer, given);
  if (!answer.ok) return answer.faults;
  const asked = { fieldIds: question.fieldIds, usccs: question.entities.map(({ uscc }) => uscc) };
  return answerFaults(answer.value, asked, question.period).filter(({ code }) => code !== 'answer-missing');
}
