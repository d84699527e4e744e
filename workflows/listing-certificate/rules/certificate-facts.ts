import type { ClosedPart } from '../../shared/desk-task.ts';
import type { Catalogue, ListingRules } from '../catalogue.ts';
import type { CertificateFacts } from '../certificate.ts';
import type { ListingDetail } from '../contract.ts';
import { certificateMatrix, type DecidedAnswer } from './certificate-matrix.ts';
import type { StatusPlace } from './status-list.ts';

export interface FactsInput {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly detail: ListingDetail;
  readonly answers: readonly DecidedAnswer[];
  readonly closed?: readonly ClosedPart[];
  /** The rule data the case was accepted under. */
  readonly rules: ListingRules;
  readonly number: string;
  readonly verificationCode: string;
  readonly issuedAt: string;
  readonly statusPlace: StatusPlace;
}

/** Everything the report says, from the case, the departments' answers and the rules, and from nothing else. */
export function certificateFacts(input: FactsInput): CertificateFacts {
  const { detail, rules, answers, closed = [] } = input;
  const { catalogue, ruleSet } = rules;
  const { byRecord = [] } = detail;
  return {
    number: input.number,
    verificationCode: input.verificationCode,
    caseId: input.caseId,
    caseNumber: input.caseNumber,
    issuedAt: input.issuedAt,
    applicant: detail.applicant,
    entities: detail.entities.map(({ uscc, name, relation, withinArea }) => ({
      uscc,
      name,
      relation,
      withinArea,
    })),
    fields: factFields(detail.fields, catalogue),
    matrix: certificateMatrix({ ...detail, catalogue, ruleSet, answers, closed, byRecord }),
    byRecord,
    period: detail.period,
    purpose: detail.purpose,
    ruleSet: {
      id: ruleSet.id,
      version: ruleSet.version,
      effectiveOn: ruleSet.effectiveOn,
      source: ruleSet.source,
      statement: ruleSet.statement,
      countedBehaviours: ruleSet.countedBehaviours,
      uncountedBehaviours: ruleSet.uncountedBehaviours,
    },
    statusPlace: input.statusPlace,
  };
}

function factFields(fieldIds: readonly string[], catalogue: Catalogue): CertificateFacts['fields'] {
  return catalogue.fields
    .filter((field) => fieldIds.includes(field.id))
    .map((field) => {
      const department = catalogue.departments.find((candidate) => candidate.id === field.departmentId);
      if (department === undefined)
        throw new Error(`Department ${field.departmentId} is not in the catalogue`);
      return {
        id: field.id,
        name: field.name,
        departmentId: field.departmentId,
        departmentName: department.name,
      };
    });
}
