import type { Fault } from '../../shared/fault.ts';
import type { ReviewAnswer, ReviewQuestion } from '../review.ts';

const WORDS = {
  'patent-not-asked': { zh: '该专利不在本次审核范围内', en: 'This patent is not part of the question' },
  'patent-twice': { zh: '同一专利重复列出', en: 'The patent is named twice' },
  'nothing-left': {
    zh: '全部专利均被排除，应改为不予通过',
    en: 'Every patent is excluded: refuse the application instead',
  },
} as const;

const fault = (pointer: string, code: keyof typeof WORDS): Fault => ({ pointer, code, ...WORDS[code] });

/** Everything wrong with a well-formed review against what was asked. */
export function reviewFaults({ grant }: ReviewQuestion, answer: ReviewAnswer): Fault[] {
  if (answer.outcome === 'refused') return [];
  const asked = new Set(grant.patents.map(({ number }) => number));
  const excluded = answer.excluded.map(({ number }) => number);
  const each = excluded.flatMap((number, index): Fault[] => {
    const pointer = `/excluded/${index}/number`;
    if (!asked.has(number)) return [fault(pointer, 'patent-not-asked')];
    return excluded.indexOf(number) < index ? [fault(pointer, 'patent-twice')] : [];
  });
  const nothingLeft = each.length === 0 && excluded.length === asked.size;
  return nothingLeft ? [fault('/excluded', 'nothing-left')] : each;
}
