import { Empty } from 'antd';
import { useCallback, useMemo } from 'react';
import type { PublicStatistics } from '../../../workflows/financing-demand/report/public-statistics.ts';
import { ShowPublicStatistics } from '../../../workflows/financing-demand/report/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { wan } from '../parts/money.ts';
import { Numbers } from '../parts/numbers.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { BarFigure } from '../statistics/bar-figure.tsx';

type Row = PublicStatistics['byIndustry'][number];

/** What enterprises want to borrow and what comes of it, for everybody: of no institution and of no small group. */
export function Component() {
  const say = useText();
  const when = useWhen();
  const statistics = useRoute(ShowPublicStatistics, {});
  return (
    <>
      <PageTitle>{say({ zh: '融资需求统计', en: 'Figures of financing demands' })}</PageTitle>
      <Shown of={statistics}>
        {(data) => (
          <>
            <p className="quiet">
              {say(
                {
                  zh: '{from}至{to}。少于 {n} 项需求的类别不公布；不涉及任何企业和机构。',
                  en: '{from} to {to}. Groups of fewer than {n} demands are left out; nobody is named.',
                },
                { from: when.month(data.fromMonth), to: when.month(data.toMonth), n: data.fewestDemands },
              )}
            </p>
            <Published statistics={data} />
          </>
        )}
      </Shown>
    </>
  );
}

function Published({ statistics: { all, byIndustry, byLadder } }: { readonly statistics: PublicStatistics }) {
  const say = useText();
  if (!all) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={say({ zh: '需求数量尚少，暂不公布', en: 'There are too few demands to publish' })}
      />
    );
  }
  const share = (percent: number | undefined) => (percent === undefined ? '–' : `${percent}%`);
  return (
    <>
      <Numbers
        of={[
          { label: say({ zh: '融资需求', en: 'Demands' }), value: all.demands },
          { label: say({ zh: '需求金额（万元）', en: 'Wanted (10,000 yuan)' }), value: wan(all.wantedFen) },
          { label: say({ zh: '对接率', en: 'Taking-up rate' }), value: share(all.takingUpPercent) },
          { label: say({ zh: '服务率', en: 'Service rate' }), value: share(all.servicePercent) },
          { label: say({ zh: '达成融资', en: 'Financed' }), value: all.financed },
          { label: say({ zh: '提款金额（万元）', en: 'Drawn (10,000 yuan)' }), value: wan(all.drawnFen) },
        ]}
      />
      <Group title={say({ zh: '按行业', en: 'By industry' })} rows={byIndustry} />
      <Group title={say({ zh: '按梯度培育', en: 'By ladder level' })} rows={byLadder} />
    </>
  );
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const say = useText();
  const name = useCallback((row: Row) => say(row.name), [say]);
  const series = useMemo(
    () => [
      { name: say({ zh: '需求', en: 'Demands' }), value: ({ demands }: Row) => demands },
      { name: say({ zh: '有报价', en: 'Served' }), value: ({ served }: Row) => served },
      { name: say({ zh: '达成', en: 'Financed' }), value: ({ financed }: Row) => financed },
    ],
    [say],
  );
  return (
    <BarFigure
      title={title}
      head={say({ zh: '类别', en: 'Group' })}
      rows={rows}
      name={name}
      series={series}
      empty={say({ zh: '各类别需求数量尚少，暂不公布', en: 'Every group is too small to publish' })}
    />
  );
}
