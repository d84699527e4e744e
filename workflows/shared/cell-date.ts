const WRITTEN = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
/** Day 1 of a spreadsheet's calendar is 1900-01-01, and it believes in a 1900-02-29; so day 0 counts as 1899-12-30. */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 60 * 60 * 1000;
const SERIAL = /^[1-9]\d{4}$/;

/**
 * The date a cell means, as `2024-05-20`: written with hyphens, slashes, dots or 年月日, or the day number of a spreadsheet
 * (10000 to 99999, from 1927 on). Undefined where it is none, as 2023-02-29.
 */
export function localDateIn(text: string): string | undefined {
  if (SERIAL.test(text)) return isoDate(SPREADSHEET_EPOCH_MS + Number(text) * DAY_MS);
  const [, year, month, day] = WRITTEN.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(ms) && isoDate(ms) === on ? on : undefined;
}

const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);
