import { Button } from 'antd';
import { ExportStatistics, ShowStatistics } from '../../../workflows/shared/office-routes.ts';
import { useDownload } from '../api/use-download.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Shown } from '../parts/shown.tsx';
import { HistogramChart } from '../statistics/histogram-chart.tsx';
import { MonthPicker, useMonths } from '../statistics/month-picker.tsx';
import { LeagueTable } from './league-table.tsx';

/** Throughput, how long it takes, and which departments keep what they promise. */
export function Component() {
  const say = useText();
  const { months, setMonths } = useMonths();
  const statistics = useRoute(ShowStatistics, { query: months });
  const workbook = useDownload(ExportStatistics);
  return (
    <>
      <PageTitle>{say({ zh: '统计', en: 'Statistics' })}</PageTitle>
      <MonthPicker months={months} onChange={setMonths} />
      <p>
        <Button
          loading={workbook.isPending}
          onClick={() =>
            workbook.mutate({
              input: { query: months },
              name: `statistics-${months.fromMonth}-${months.toMonth}.xlsx`,
            })
          }
        >
          {say({ zh: '导出（XLSX）', en: 'Export (XLSX)' })}
        </Button>
      </p>
      <ProblemAlert error={workbook.error} />
      <Shown of={statistics}>
        {({ procedures, departments }) => (
          <>
            {procedures.map((procedure) => (
              <section key={procedure.workflow}>
                <h2>{say(procedure.title)}</h2>
                <ul className="numbers">
                  <li>
                    <b>{procedure.submitted}</b>
                    {say({ zh: '受理', en: 'Submitted' })}
                  </li>
                  <li>
                    <b>{procedure.concluded}</b>
                    {say({ zh: '办结', en: 'Concluded' })}
                  </li>
                  <li>
                    <b>{procedure.withdrawn}</b>
                    {say({ zh: '撤回', en: 'Withdrawn' })}
                  </li>
                  <li>
                    <b>{procedure.medianWorkingDays ?? '–'}</b>
                    {say({ zh: '中位数（工作日）', en: 'Median working days' })}
                  </li>
                  <li>
                    <b>{procedure.ninetiethPercentileWorkingDays ?? '–'}</b>
                    {say({ zh: '90 分位（工作日）', en: '90th percentile' })}
                  </li>
                </ul>
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
