import { ExportStatistics, ShowStatistics } from '../../../workflows/shared/office-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DownloadButton } from '../parts/download-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { STATISTICS_PLACES } from '../shell/nav.ts';
import { SubNav } from '../shell/sub-nav.tsx';
import { HistogramChart } from '../statistics/histogram-chart.tsx';
import { MonthPicker, useMonths } from '../statistics/month-picker.tsx';
import { LeagueTable } from './league-table.tsx';
import { ProcedureTable } from './procedure-table.tsx';

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
            <h2>{say({ zh: '各事项办理情况', en: 'Matters' })}</h2>
            <ProcedureTable procedures={procedures} />
            {procedures
              .filter(({ workingDays }) => workingDays.length > 0)
              .map(({ workflow, title, workingDays }) => (
                <HistogramChart
                  key={workflow}
                  title={say(
                    { zh: '{matter}：办结用时', en: '{matter}: working days until concluded' },
                    { matter: say(title) },
                  )}
                  histogram={workingDays}
                />
              ))}
            <h2>{say({ zh: '部门排名', en: 'League of departments' })}</h2>
            <LeagueTable departments={departments} />
          </>
        )}
      </Shown>
    </>
  );
}
