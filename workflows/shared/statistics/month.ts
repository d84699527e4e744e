import * as z from 'zod';

/** A month in Asia/Shanghai: `2026-11`. */
export const Month = z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/);

/** The months from one to another, both with; none where the second is the earlier. */
export function monthsOf(from: string, to: string): string[] {
  const [first, last] = [numberOf(from), numberOf(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => monthOfNumber(first + index));
}

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthOfNumber = (number: number) =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
