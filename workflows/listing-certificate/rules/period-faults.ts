import type { Fault } from '../../shared/fault.ts';
import type { ReviewPeriod } from '../contract.ts';
import { submissionFault } from './submission-fault.ts';

/** Everything wrong with the period asked for; `todayOn` is the local date. */
export function periodFaults(period: ReviewPeriod, todayOn: string, maximumYears: number): Fault[] {
  const faults: Fault[] = [];
  if (period.toOn < period.fromOn) faults.push(submissionFault('/period', 'period-reversed'));
  if (period.fromOn > todayOn) faults.push(submissionFault('/period/fromOn', 'period-in-the-future'));
  if (period.toOn > todayOn) faults.push(submissionFault('/period/toOn', 'period-in-the-future'));
  if (period.toOn > addYears(period.fromOn, maximumYears)) {
    faults.push(submissionFault('/period', 'period-too-long', { maximumYears }));
  }
  return faults;
}

/** The same day some years later; the 29th of February becomes the 28th. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const monthAndDay = date.slice(4);
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return year + (monthAndDay === '-02-29' && !isLeap ? '-02-28' : monthAndDay);
}
