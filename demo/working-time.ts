import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  addWorkingDays,
  isWorkingDay,
  localDateOf,
  type OfficialYear,
  officialCalendar,
} from '../workflows/shared/working-days.ts';
import { seed } from './seed.ts';

const calendar = officialCalendar(
  readdirSync(join(import.meta.dirname, '..', 'seeds', 'calendars'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => seed<OfficialYear>(join('calendars', file))),
);

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** An hour (`09:00`, Asia/Shanghai) of the first working day after an instant. */
export function nextWorkingDay(after: Date, at: string): Date {
  const { dueOn } = addWorkingDays(calendar, localDateOf(after), 1);
  return new Date(`${dueOn}T${at}:00+08:00`);
}

/**
 * Which working day an instant lies on, the day of `first` being the first; a day off tells the one before it. With ≈ where the
 * official calendar of a year in between is not published yet.
 */
export function workingDayNumber(first: Date, instant: Date): string {
  const last = localDateOf(instant);
  let count = 0;
  for (let day = Date.parse(localDateOf(first)); ; day += 86_400_000) {
    const on = new Date(day).toISOString().slice(0, 10);
    if (isWorkingDay(calendar, on)) count++;
    if (on >= last) break;
  }
  const known = calendar.years.has(Number(last.slice(0, 4)));
  return `${known ? '' : '≈ '}第${count}个工作日${isWorkingDay(calendar, last) ? '' : '之后'}`;
}

/** As people in Chongqing read it: `2026-11-27 周五 09:30`. */
export function localTime(instant: Date): string {
  const on = localDateOf(instant);
  const time = instant.toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${on} ${WEEKDAYS[new Date(on).getUTCDay()]} ${time}`;
}
