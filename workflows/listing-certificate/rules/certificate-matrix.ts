import type { ClosedPart } from '../../shared/desk-task.ts';
import type { Catalogue, LegalField, NotCertifiedReason, RuleSet } from '../catalogue.ts';
import type { MatrixCell } from '../certificate.ts';
import type { CaseEntity, DepartmentAnswer, FieldAnswer } from '../contract.ts';
import type { RecordAnswer } from '../record-answer.ts';

/** A desk task that was decided. */
export interface DecidedAnswer {
  readonly departmentId: string;
  readonly decidedAt: string;
  readonly answer: DepartmentAnswer;
}

export interface MatrixInput {
  readonly entities: readonly CaseEntity[];
  readonly fields: readonly string[];
  readonly catalogue: Catalogue;
  readonly ruleSet: RuleSet;
  readonly answers: readonly DecidedAnswer[];
  /** The fields that registers answered. */
  readonly byRecord: readonly RecordAnswer[];
  /** The fields that were closed unanswered, for every entity. */
  readonly closed?: readonly ClosedPart[];
}

/**
 * The matrix entity x field of the report, each cell exactly once, in the order of the entities and of the catalogue.
 * Throws where an answer is missing: a report never says more, or less, than the departments did.
 */
export function certificateMatrix(input: MatrixInput): MatrixCell[] {
  const fields = input.catalogue.fields.filter((field) => input.fields.includes(field.id));
  return input.entities.flatMap((entity) => fields.map((field) => cellOf(entity, field, input)));
}

function cellOf(
  entity: CaseEntity,
  field: LegalField,
  { ruleSet, answers, byRecord, closed = [] }: MatrixInput,
): MatrixCell {
  const place = { uscc: entity.uscc, fieldId: field.id, departmentId: field.departmentId };
  if (!entity.withinArea) return { ...place, ...notCertified('outside-the-area', ruleSet) };
  const recorded = byRecord.find((answer) => answer.fieldId === field.id);
  if (recorded) return { ...place, verdict: 'no-record', decidedAt: recorded.answeredAt };
  const unanswered = closed.find(({ partId }) => partId === field.id);
  if (unanswered) return { ...place, ...notCertified(unanswered.reason, ruleSet) };
  const decided = answers.find((candidate) => candidate.departmentId === field.departmentId);
  const said = decided?.answer.answers.find(
    (candidate) => candidate.uscc === entity.uscc && candidate.fieldId === field.id,
  );
  if (decided === undefined || said === undefined) {
    throw new Error(`Department ${field.departmentId} has not answered field ${field.id} of every entity`);
  }
  return { ...place, decidedAt: decided.decidedAt, ...verdictOf(said, ruleSet) };
}

type Said = Pick<MatrixCell, 'verdict' | 'reason' | 'records'>;

/** What a cell of the report says for what an officer said. */
export function verdictOf(said: FieldAnswer, ruleSet: RuleSet): Said {
  switch (said.finding) {
    case 'no-record':
      return { verdict: 'no-record' };
    case 'records':
      return { verdict: 'records', records: said.records };
    case 'not-my-jurisdiction':
      return notCertified('not-my-jurisdiction', ruleSet);
  }
}

function notCertified(code: NotCertifiedReason, ruleSet: RuleSet): Said {
  return { verdict: 'not-certified', reason: { code, ...ruleSet.notCertifiedReasons[code] } };
}
