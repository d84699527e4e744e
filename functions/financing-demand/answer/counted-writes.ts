import type { Answer, GivenAnswer } from '../../../workflows/financing-demand/answer/contract.ts';
import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import {
  answerScopes,
  type Counts,
  countsOfAnswer,
  countsOfDemand,
  type DemandScope,
} from '../../../workflows/financing-demand/report/counted.ts';
import { workingDaysTaken } from '../../../workflows/shared/statistics/working-days-taken.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { publishedCalendar } from '../../shared/store/official-calendar.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { ReportStore } from '../store/report-store.ts';

/** Under what a demand is counted. */
export function scopeOf({ terms, enrichment }: Pick<DemandDetail, 'terms' | 'enrichment'>): DemandScope {
  return { industry: terms.industry, ladder: enrichment?.ladder?.level ?? 'none' };
}

interface Said {
  readonly detail: DemandDetail;
  readonly others: readonly Answer[];
  readonly before: Answer | undefined;
  readonly after: Answer;
  readonly given: GivenAnswer;
  readonly at: string;
}

/** The counters that what was said stands in. Four writes at the most. */
export function countSaid(
  reports: ReportStore,
  { detail, others, before, after, given, at }: Said,
): GuardedWrite[] {
  const fromOn = localDateOf(new Date(after.acknowledgedAt));
  const workingDays = workingDaysTaken(publishedCalendar(), { fromOn, until: at, pauses: [] });
  const own = countsOfAnswer({ before, after, given, workingDays });
  const ofDemand = countsOfDemand(others, before, given);
  const [institution, ...demand] = answerScopes(scopeOf(detail), after.institutionId).reverse();
  return [
    ...reports.count(monthOf(at), institution ? [institution] : [], own),
    ...reports.count(monthOf(at), demand, sum(own, ofDemand)),
  ];
}

/** The same counters for all scopes of an answer. */
export function countAll(
  reports: ReportStore,
  detail: DemandDetail,
  institutionId: string,
  counts: Counts,
  at: string,
): GuardedWrite[] {
  return reports.count(monthOf(at), answerScopes(scopeOf(detail), institutionId), counts);
}

export const monthOf = (at: string) => localDateOf(new Date(at)).slice(0, 7);

function sum(a: Counts, b: Counts): Counts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}
