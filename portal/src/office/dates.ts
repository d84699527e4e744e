import { daysAfter } from '../../../workflows/shared/working-days.ts';

const RANGE = /^(\d{4}-\d{2}-\d{2})(?:\u81f3|~|～|—|\.\.)(\d{4}-\d{2}-\d{2})$/;
/** Longer than any holiday: a slip of the year is not a list of hundreds of days. */
const LONGEST_DAYS = 40;

/**
 * The days that a text lists, as notices write them: single ones, or from one to another (`2027-10-01至2027-10-07`), of which those are
 * meant that fall on a weekday, or on a weekend. What is no date stays as it is, for the rules to refuse.
 */
export function datesOf(text: string, meant: 'weekdays' | 'weekends'): string[] {
  const listed = text.split(/[\s,，、;；]+/).filter(Boolean);
  return [...new Set(listed.flatMap((one) => daysOf(one, meant)))].sort();
}

function daysOf(one: string, meant: 'weekdays' | 'weekends'): string[] {
  const [, fromOn = '', toOn = ''] = RANGE.exec(one) ?? [];
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000;
  if (!(days >= 0 && days <= LONGEST_DAYS)) return [one];
  return Array.from({ length: days + 1 }, (_, index) => daysAfter(fromOn, index)).filter(
    (on) => isWeekend(on) === (meant === 'weekends'),
  );
}

function isWeekend(on: string): boolean {
  return [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
}
