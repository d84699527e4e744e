import type { Fault } from '../fault.ts';

/** The fault of a number of working days that the desk's rules do not allow. */
export function workingDaysFaults(
  given: number,
  { minimum = 1, maximum }: { readonly minimum?: number; readonly maximum: number },
): Fault[] {
  if (given >= minimum && given <= maximum) return [];
  return [
    {
      pointer: '/workingDays',
      code: 'working-days-out-of-range',
      zh: `应为 ${minimum} 至 ${maximum} 个工作日`,
      en: `From ${minimum} to ${maximum} working days`,
    },
  ];
}
