import type { RuleSet } from '../../catalogue.ts';
import type { CertificateFacts } from '../../certificate.ts';
import { verdictOf } from '../../rules/certificate-matrix.ts';
import type { UpheldCell } from '../contract.ts';

export interface Correction
  extends Pick<CertificateFacts, 'number' | 'verificationCode' | 'issuedAt' | 'statusPlace'> {
  readonly objectionNumber: string;
  readonly upheld: readonly UpheldCell[];
  readonly decidedAt: string;
  /** The rule set the report was made under. */
  readonly ruleSet: RuleSet;
}

/** The facts of the corrected report: those of the first, and other words in the cells that were upheld and nowhere else. */
export function correctedFacts(facts: CertificateFacts, correction: Correction): CertificateFacts {
  const { number, verificationCode, issuedAt, statusPlace, objectionNumber, upheld, decidedAt, ruleSet } =
    correction;
  const matrix = facts.matrix.map((cell) => {
    const { uscc, fieldId, departmentId } = cell;
    const said = upheld.find((one) => one.uscc === uscc && one.fieldId === fieldId);
    if (said === undefined) return cell;
    const verdict = verdictOf({ uscc, fieldId, ...said.corrected }, ruleSet);
    return { uscc, fieldId, departmentId, decidedAt, ...verdict };
  });
  const cells = upheld.map(({ uscc, fieldId }) => ({ uscc, fieldId }));
  return {
    ...facts,
    number,
    verificationCode,
    issuedAt,
    statusPlace,
    matrix,
    supersedes: { number: facts.number, issuedAt: facts.issuedAt, objectionNumber, cells },
  };
}
