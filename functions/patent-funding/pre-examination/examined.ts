import {
  PreExaminationAnswer,
  type PreExaminationOutcome,
} from '../../../workflows/patent-funding/pre-examination/contract.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { ClosedReason, DeskTask } from '../../../workflows/shared/desk-task.ts';

const CLOSED: Readonly<Record<ClosedReason, PreExaminationOutcome>> = {
  'no-answer': closed('unanswered', {
    zh: '逾期未审查，由办公室关闭',
    en: 'Not examined in time; closed by the office',
  }),
  'supplement-not-provided': closed('supplement-not-provided', {
    zh: '逾期未补正',
    en: 'The supplement was not given in time',
  }),
};

function closed(verdict: PreExaminationOutcome['verdict'], reason: Bilingual): PreExaminationOutcome {
  return { verdict, reasons: [reason] };
}

/** What a decided, or closed, examination means. @throws a defect where it is open */
export function examined({ taskId, status, answer, closedParts = [] }: DeskTask): PreExaminationOutcome {
  if (answer !== undefined) {
    const said = PreExaminationAnswer.parse(answer);
    if (said.outcome === 'passed') return { verdict: 'passed', reasons: [] };
    return { verdict: 'refused', reasons: said.reasons.map((reason) => ({ zh: reason, en: reason })) };
  }
  const [part] = closedParts;
  if (status !== 'CLOSED' || part === undefined) throw new Error(`The examination ${taskId} is not decided`);
  return CLOSED[part.reason];
}
