import { expect, it } from 'vitest';
import { datesOf } from '../../portal/src/office/dates.ts';

it.each([
  ['2027-01-01\n2027-02-08', 'weekdays', ['2027-01-01', '2027-02-08']],
  [
    '2027-10-01至2027-10-07',
    'weekdays',
    ['2027-10-01', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'],
  ],
  ['2027-10-01..2027-10-03', 'weekends', ['2027-10-02', '2027-10-03']],
  ['2027-01-01、2027-01-01；2027-01-04', 'weekdays', ['2027-01-01', '2027-01-04']],
  ['2027-10-07至2027-10-01', 'weekdays', ['2027-10-07至2027-10-01']],
  ['2026-10-01至2027-10-07 bad', 'weekdays', ['2026-10-01至2027-10-07', 'bad']],
  ['', 'weekdays', []],
] as const)('the notice’s %j means the %s %j', (text, meant, days) => {
  expect(datesOf(text, meant)).toEqual(days);
});
