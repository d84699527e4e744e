import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import { type AccountLine, ListBudgets } from '../../../../../workflows/patent-funding/ledger/routes.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { PATENT_PLACES } from '../../../shell/nav.ts';
import { SubNav } from '../../../shell/sub-nav.tsx';
import { BarFigure } from '../../../statistics/bar-figure.tsx';
import { fenSeries } from './fen-series.ts';

/** 预算台账: what every programme may give in every year, and where it stands. */
export function Component() {
  const say = useText();
  const budgets = useRoute(ListBudgets, {});
  return (
    <>
      <PageTitle>{say({ zh: '预算台账', en: 'Budgets' })}</PageTitle>
      <SubNav label={say({ zh: '专利资助', en: 'Patent funding' })} places={PATENT_PLACES} />
      <p className="quiet">
        {say({
          zh: '任何时候：安排 = 可用 + 已预留 + 已支出。预算由项目版本确定，可凭文件追加。',
          en: 'Always: allotted = remaining + reserved + spent. The programme says how much; a decision may add to it.',
        })}
      </p>
      <Shown of={budgets}>{({ items }) => <Accounts items={items} />}</Shown>
    </>
  );
}

function Accounts({ items }: { readonly items: readonly AccountLine[] }) {
  const say = useText();
  const name = useCallback((account: AccountLine) => `${say(account.name)} ${account.year}`, [say]);
  const series = useMemo(
    () => [
      fenSeries<AccountLine>(say, { zh: '已支出（元）', en: 'Spent (yuan)' }, ({ spentFen }) => spentFen),
      fenSeries<AccountLine>(
        say,
        { zh: '已预留（元）', en: 'Reserved (yuan)' },
        ({ reservedFen }) => reservedFen,
      ),
      fenSeries<AccountLine>(
        say,
        { zh: '可用（元）', en: 'Remaining (yuan)' },
        ({ remainingFen }) => remainingFen,
      ),
    ],
    [say],
  );
  return (
    <BarFigure
      title={say({ zh: '各项目各年度', en: 'Every programme and year' })}
      head={say({ zh: '项目与年度', en: 'Programme and year' })}
      rows={items}
      name={name}
      link={(account) => (
        <Link to={`/office/patents/budgets/${account.programmeId}/${account.year}`}>{name(account)}</Link>
      )}
      series={series}
      stacked
      empty={say({ zh: '还没有预算', en: 'No budget yet' })}
    />
  );
}
