import { ExportStatistics, ShowStatistics } from '../../../workflows/shared/office-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DownloadButton } from '../parts/download-button.tsx';
import { Numbers } from '../parts/numbers.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { STATISTICS_PLACES } from '../shell/nav.ts';
import { SubNav } from '../shell/sub-nav.tsx';
import { HistogramChart } from '../statistics/histogram-chart.tsx';
import { MonthPicker, useMonths } from '../statistics/month-picker.tsx';
import { LeagueTable } from './league-table.tsx';

/** Throughput, how long it takes, and which departments keep what they promise. */
export function Component() {
  const say = useText();
  const { months, setMonths } = useMonths();
  const statistics = useRoute(ShowStatistics, { query: months });
  return (
    <>
      <PageTitle>{say({ zh: '统计', en: 'Statistics' })}</PageTitle>
      <SubNav label={say({ zh: '统计', en: 'Statistics' })} places={STATISTICS_PLACES} />
      <MonthPicker months={months} onChange={setMonths} />
      <p>
        <DownloadButton
          contract={ExportStatistics}
          input={{ query: months }}
          name={`statistics-${months.fromMonth}-${months.toMonth}.xlsx`}
        >
          {say({ zh: '导出（XLSX）', en: 'Export (XLSX)' })}
        </DownloadButton>
      </p>
      <Shown of={statistics}>
        {({ procedures, departments }) => (
          <>
            {procedures.map((procedure) => (
              <section key={procedure.workflow}>
                <h2>{say(procedure.title)}</h2>
                <Numbers
                  of={[
                    { label: say({ zh: '受理', en: 'Submitted' }), value: procedure.submitted },
                    { label: say({ zh: '办结', en: 'Concluded' }), value: procedure.concluded },
                    { label: say({ zh: '撤回', en: 'Withdrawn' }), value: procedure.withdrawn },
                    {
                      label: say({ zh: '中位数（工作日）', en: 'Median working days' }),
                      value: procedure.medianWorkingDays ?? '–',
                    },
                    {
                      label: say({ zh: '90 分位（工作日）', en: '90th percentile' }),
                      value: procedure.ninetiethPercentileWorkingDays ?? '–',
                    },
                  ]}
                />
                <HistogramChart
                  title={say({ zh: '办结用时（工作日）', en: 'Working days until concluded' })}
                  histogram={procedure.workingDays}
                />
              </section>
            ))}
            <h2>{say({ zh: '部门排名', en: 'League of departments' })}</h2>
            <LeagueTable departments={departments} />
          </>
        )}
      </Shown>
    </>
  );
}
