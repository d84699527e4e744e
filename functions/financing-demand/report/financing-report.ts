import { SCOPE } from '../../../workflows/financing-demand/report/counted.ts';
import { financingFigures } from '../../../workflows/financing-demand/report/figures.ts';
import type { FinancingReport, FinancingRow } from '../../../workflows/financing-demand/report/routes.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { monthsOf } from '../../../workflows/shared/statistics/month.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { refusedParameter } from '../../shared/errors.ts';
import type { ScopeCounts } from '../store/report-store.ts';
import type { ServicesWithAnswers } from '../store/services-with-answers.ts';

const MOST_MONTHS = 24;
const NO_LEVEL = { id: 'none', name: { zh: '无梯度', en: 'On no level' } };

interface Asked {
  readonly fromMonth?: string | undefined;
  readonly toMonth?: string | undefined;
}

/** The report of a period; the present month where none is told. @throws RefusedError 400 for too long a period */
export async function financingReport(
  { fromMonth, toMonth }: Asked,
  { reports, financingRules, now }: Pick<ServicesWithAnswers, 'reports' | 'financingRules' | 'now'>,
): Promise<FinancingReport> {
  const present = localDateOf(now()).slice(0, 7);
  const to = toMonth ?? fromMonth ?? present;
  const from = fromMonth ?? to;
  const months = monthsOf(from, to);
  if (months.length > MOST_MONTHS) {
    const words = { zh: `最多 ${MOST_MONTHS} 个月`, en: `At most ${MOST_MONTHS} months` };
    throw refusedParameter('toMonth', 'too-many-months', words);
  }
  const counted = await reports.read(months);
  const { catalogue, directory } = financingRules(now());
  const institutions = directory.institutions.map(({ institutionId, name }) => ({ id: institutionId, name }));
  const rows = (scopeOf: (id: string) => string, named: readonly { id: string; name: Bilingual }[]) =>
    named.flatMap((one) => rowOf(counted, scopeOf(one.id), one));
  return {
    fromMonth: from,
    toMonth: to,
    all: financingFigures(countsOf(counted, SCOPE.all)),
    byLadder: rows(SCOPE.ladder, [...catalogue.ladderLevels, NO_LEVEL]),
    byIndustry: rows(SCOPE.industry, catalogue.industries),
    byInstitution: rows(SCOPE.institution, institutions).sort(laggingFirst),
  };
}

const countsOf = (counted: readonly ScopeCounts[], scope: string) =>
  counted.filter((one) => one.scope === scope).map(({ counts }) => counts);

/** None where nothing was counted. */
function rowOf(
  counted: readonly ScopeCounts[],
  scope: string,
  named: { id: string; name: Bilingual },
): FinancingRow[] {
  const counts = countsOf(counted, scope);
  return counts.length === 0 ? [] : [{ ...named, ...financingFigures(counts) }];
}

function laggingFirst(a: FinancingRow, b: FinancingRow): number {
  const broken = (row: FinancingRow) => row.overdueContacts + row.overdueDecisions;
  return (
    broken(b) - broken(a) ||
    (b.medianDecisionWorkingDays ?? 0) - (a.medianDecisionWorkingDays ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
