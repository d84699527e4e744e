import type { Fault } from './fault.ts';
import type { OfficialYear } from './working-days.ts';

const WORDS = {
  'date-of-another-year': { zh: '日期不在该年度内', en: 'The date is not of this year' },
  'date-duplicate': { zh: '日期重复', en: 'The date stands twice' },
  'day-off-on-weekend': {
    zh: '放假日应为周一至周五；周末本来就休息',
    en: 'A day off is a Monday to Friday; weekends are off anyway',
  },
  'make-up-on-weekday': {
    zh: '调休上班日应为周六或周日',
    en: 'A make-up workday is a Saturday or Sunday',
  },
} as const;

/** Everything wrong with the calendar of a year that is well-formed. */
export function calendarFaults({ year, daysOff, makeUpWorkdays }: OfficialYear): Fault[] {
  return [
    ...dateFaults(year, daysOff, '/daysOff', 'day-off-on-weekend', isWeekend),
    ...dateFaults(year, makeUpWorkdays, '/makeUpWorkdays', 'make-up-on-weekday', (on) => !isWeekend(on)),
  ];
}

function dateFaults(
  year: number,
  dates: readonly string[],
  at: string,
  wrongDay: keyof typeof WORDS,
  isWrong: (on: string) => boolean,
): Fault[] {
  return dates.flatMap((on, index) => {
    const fault = (code: keyof typeof WORDS): Fault[] => [
      { pointer: `${at}/${index}`, code, zh: `${WORDS[code].zh}（${on}）`, en: `${WORDS[code].en} (${on})` },
    ];
    if (!on.startsWith(`${year}-`)) return fault('date-of-another-year');
    if (dates.indexOf(on) < index) return fault('date-duplicate');
    return isWrong(on) ? fault(wrongDay) : [];
  });
}

function isWeekend(on: string): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
