import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';

/**
 * Writes seeds/calendars/<year>.json from the npm package chinese-days: `node seeds/calendars/generate.ts 2027`. The package
 * answers Monday to Friday for a year it does not know and says nothing, so a year without a single make-up workday or
 * weekday off is refused; compare the written file with the notice before it is committed.
 */
const NOTICE_PUBLISHED_ON: Readonly<Record<number, string>> = {
  2022: '2021-10-25',
  2023: '2022-12-08',
  2024: '2023-10-25',
  2025: '2024-11-12',
  2026: '2025-11-04',
};

for (const argument of process.argv.slice(2)) writeYear(Number(argument));

function writeYear(year: number): void {
  const publishedOn = NOTICE_PUBLISHED_ON[year];
  if (!publishedOn) throw new RangeError(`name the day on which the notice for ${year} was published`);
  const days = daysOf(year).map((on) => {
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    return { on, weekend: weekday === 0 || weekday === 6, worked: chineseDays.isWorkday(on) };
  });
  const daysOff = days.filter(({ weekend, worked }) => !weekend && !worked).map(({ on }) => on);
  const makeUpWorkdays = days.filter(({ weekend, worked }) => weekend && worked).map(({ on }) => on);
  if (daysOff.length === 0 || makeUpWorkdays.length === 0) throw new RangeError(`${year} is not known`);
  const source = `国务院办公厅关于${year}年部分节假日安排的通知（${publishedOn}），数据取自 chinese-days 1.5.7`;
  const text = JSON.stringify({ year, source, daysOff, makeUpWorkdays }, null, 2);
  writeFileSync(new URL(`./${year}.json`, import.meta.url), `${text}\n`);
}

function daysOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length: count }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}
