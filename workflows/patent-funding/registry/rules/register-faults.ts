import type { Fault } from '../../../shared/fault.ts';
import { isPatentNumber } from '../../../shared/identifiers.ts';

const WORDS = {
  'patent-number': {
    zh: '专利申请号格式或校验位不正确（不含ZL、小数点）',
    en: 'The application number is malformed or its check digit wrong (without ZL and dot)',
  },
  'patent-twice': { zh: '同一专利重复出现', en: 'The patent stands twice' },
} as const;

/** Everything wrong with the numbers of records, where they have one. */
export function registerFaults(numbers: readonly (string | undefined)[]): Fault[] {
  const seen = new Set<string>();
  return numbers.flatMap((number, index) => {
    if (number === undefined) return [];
    const code = isPatentNumber(number) ? (seen.has(number) ? 'patent-twice' : undefined) : 'patent-number';
    seen.add(number);
    return code ? [{ pointer: `/records/${index}/number`, code, ...WORDS[code] }] : [];
  });
}
