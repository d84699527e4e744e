import type { Fault } from './fault.ts';

const WORDS = {
  'part-unknown': {
    zh: '该待办没有这一项，或者已经关闭',
    en: 'The task has no such part, or it is closed already',
  },
  'part-duplicate': { zh: '同一项重复', en: 'The part is named twice' },
} as const;

/** Faults of naming parts of a question. */
export function partFaults(named: readonly string[], open: readonly string[], at: string): Fault[] {
  const fault = (index: number, code: keyof typeof WORDS): Fault => ({
    pointer: `${at}/${index}`,
    code,
    zh: `${WORDS[code].zh}（${named[index]}）`,
    en: `${WORDS[code].en} (${named[index]})`,
  });
  return named.flatMap((partId, index) => {
    if (!open.includes(partId)) return [fault(index, 'part-unknown')];
    return named.indexOf(partId) < index ? [fault(index, 'part-duplicate')] : [];
  });
}
