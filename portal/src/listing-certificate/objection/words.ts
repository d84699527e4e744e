import type {
  CellDecision,
  ObjectionOutcome,
} from '../../../../workflows/listing-certificate/objection/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';

export const VERDICT: Readonly<Record<ObjectionOutcome['verdict'], Bilingual>> = {
  upheld: { zh: '异议成立', en: 'Upheld' },
  rejected: { zh: '异议不成立', en: 'Rejected' },
  unanswered: { zh: '部门未答复，报告维持原状', en: 'Not answered: the report stays as it is' },
};

export const CELL_OUTCOME: Readonly<Record<CellDecision['outcome'], Bilingual>> = {
  upheld: { zh: '成立，更正报告', en: 'Upheld: the report is corrected' },
  rejected: { zh: '不成立，维持原状', en: 'Rejected: it stays as it is' },
};
