import { describe, expect, it } from 'vitest';
import { localTime, nextWorkingDay, workingDayNumber } from '../../demo/working-time.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);

describe('the time that the demonstrations tell', () => {
  it('is that of Asia/Shanghai, with its weekday', () => {
    expect(localTime(new Date('2026-11-26T16:05:00Z'))).toBe('2026-11-27 周五 00:05');
  });

  it.each([
    ['a Friday', '2026-11-27T18:00', '2026-11-30'],
    ['the day before a holiday', '2026-09-30T18:00', '2026-10-08'],
    ['the day before a make-up workday', '2026-10-09T18:00', '2026-10-10'],
  ])('goes from %s to the next working day', (_, now, next) => {
    expect(nextWorkingDay(at(now), '09:30')).toEqual(at(`${next}T09:30`));
  });

  it.each([
    ['the first day', '2026-09-29T10:00', '第1个工作日'],
    ['after a holiday, counting make-up workdays', '2026-10-12T10:00', '第6个工作日'],
    ['on a day off', '2026-10-01T00:00', '第2个工作日之后'],
  ])('counts working days: %s', (_, instant, words) => {
    expect(workingDayNumber(at('2026-09-29T09:00'), at(instant))).toBe(words);
  });

  it('says where it rests on a year whose calendar is not published', () => {
    expect(workingDayNumber(at('2026-12-31T09:00'), at('2099-01-05T09:00'))).toMatch(/^≈ /);
  });
});
