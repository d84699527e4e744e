import type { Fault } from '../../shared/fault.ts';
import type { DepartmentAnswer, FieldAnswer, PlannedQuestion, ReviewPeriod } from '../contract.ts';

type Asked = Pick<PlannedQuestion, 'fieldIds' | 'usccs'>;

/**
 * Faults of a department's answer against what it was asked: every entity in every field exactly once, nothing that was not
 * asked, no record decided outside the period. Pointers are relative to the answer.
 */
export function answerFaults(answer: DepartmentAnswer, asked: Asked, period: ReviewPeriod): Fault[] {
  const expected = asked.usccs.flatMap((uscc) => asked.fieldIds.map((fieldId) => cellKey({ uscc, fieldId })));
  const given = answer.answers.map(cellKey);
  const each = answer.answers.flatMap((cell, index) => {
    const key = cellKey(cell);
    if (!expected.includes(key)) return [fault(`/answers/${index}`, 'answer-not-asked', cell)];
    if (given.indexOf(key) < index) return [fault(`/answers/${index}`, 'answer-duplicate', cell)];
    return recordFaults(cell, index, period);
  });
  const missing = expected
    .filter((key) => !given.includes(key))
    .map((key) => {
      const [uscc = '', fieldId = ''] = key.split(' ');
      return fault('/answers', 'answer-missing', { uscc, fieldId });
    });
  return [...each, ...missing];
}

function recordFaults(cell: FieldAnswer, index: number, period: ReviewPeriod): Fault[] {
  if (cell.finding !== 'records') return [];
  return cell.records.flatMap((record, recordIndex) =>
    record.decidedOn < period.fromOn || record.decidedOn > period.toOn
      ? [fault(`/answers/${index}/records/${recordIndex}/decidedOn`, 'record-outside-the-period', cell)]
      : [],
  );
}

interface Cell {
  readonly uscc: string;
  readonly fieldId: string;
}

function cellKey({ uscc, fieldId }: Cell): string {
  return `${uscc} ${fieldId}`;
}

const WORDS = {
  'answer-not-asked': { zh: '未询问该主体的该领域', en: 'This entity and field was not asked' },
  'answer-duplicate': { zh: '同一主体同一领域重复答复', en: 'This entity and field is answered twice' },
  'answer-missing': { zh: '缺少答复', en: 'No answer for this entity and field' },
  'record-outside-the-period': {
    zh: '记录的决定日期不在核查期间内',
    en: 'The record was decided outside the period',
  },
} as const;

function fault(pointer: string, code: keyof typeof WORDS, cell: Cell): Fault {
  const { zh, en } = WORDS[code];
  return {
    pointer,
    code,
    zh: `${zh}（${cell.uscc}，${cell.fieldId}）`,
    en: `${en} (${cell.uscc}, ${cell.fieldId})`,
  };
}
