import type { PreExaminationOutcome } from '../../../../workflows/patent-funding/pre-examination/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';

export const PRE_EXAMINED: Readonly<Record<PreExaminationOutcome['verdict'], Bilingual>> = {
  passed: { zh: '预审合格', en: 'Passed' },
  refused: { zh: '预审不合格', en: 'Refused' },
  unanswered: { zh: '审查逾期，由办公室关闭', en: 'Closed by the office without an answer' },
  'supplement-not-provided': { zh: '未按期补正', en: 'The supplement did not come' },
};
