import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import type { Contact, StoredAttachment } from '../../../workflows/listing-certificate/contract.ts';
import type {
  Dispute,
  DisputedCell,
  ObjectionDetail,
  ObjectionSubmission,
} from '../../../workflows/listing-certificate/objection/contract.ts';
import type { ObjectionRules } from '../../../workflows/listing-certificate/objection/objection-rules.ts';

interface Kept {
  readonly contact: Contact;
  readonly attachments: StoredAttachment[];
  readonly rules: ObjectionRules;
}

/** What the case of an objection keeps: what is disputed beside what the report says there. The rules found it good. */
export function objectionDetail(
  { number, cells }: ObjectionSubmission,
  facts: CertificateFacts,
  { contact, attachments, rules }: Kept,
): ObjectionDetail {
  const disputed = cells.map((dispute) => disputedCell(dispute, facts));
  const [first] = cells;
  const field = facts.fields.find(({ id }) => id === first?.fieldId);
  if (!field) throw new Error('an objection without a cell of the report passed the rules');
  return {
    disputed: { caseId: facts.caseId, caseNumber: facts.caseNumber, number },
    contact,
    departmentId: field.departmentId,
    cells: disputed,
    period: facts.period,
    attachments,
    madeUnder: { objectionRulesVersion: rules.version },
    promisedWorkingDays: rules.decideWithinWorkingDays,
  };
}

function disputedCell(dispute: Dispute, { matrix, entities, fields }: CertificateFacts): DisputedCell {
  const { uscc, fieldId } = dispute;
  const cell = matrix.find((candidate) => candidate.uscc === uscc && candidate.fieldId === fieldId);
  const entity = entities.find((candidate) => candidate.uscc === uscc);
  const field = fields.find(({ id }) => id === fieldId);
  if (!cell || !entity || !field) throw new Error('a cell that the report does not have passed the rules');
  return { ...dispute, entityName: entity.name, fieldName: field.name, records: cell.records ?? [] };
}
