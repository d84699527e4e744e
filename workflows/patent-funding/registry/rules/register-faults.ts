import type { Fault } from '../../../shared/fault.ts';
import { isPatentNumber } from '../../../shared/identifiers.ts';
import type { RegistryRecord } from '../contract.ts';

const WORDS = {
  'patent-number': {
    zh: '专利申请号格式或校验位不正确（不含ZL、小数点）',
    en: 'The application number is malformed or its check digit wrong (without ZL and dot)',
  },
  'patent-twice': { zh: '同一专利重复出现', en: 'The patent stands twice' },
} as const;

/** Everything wrong with records of the register whose shape is right. */
export function registerFaults(records: readonly RegistryRecord[]): Fault[] {
  const seen = new Set<string>();
  return records.flatMap(({ number }, index) => {
    const code = isPatentNumber(number) ? (seen.has(number) ? 'patent-twice' : undefined) : 'patent-number';
    seen.add(number);
    return code ? [{ pointer: `/records/${index}/number`, code, ...WORDS[code] }] : [];
  });
}
