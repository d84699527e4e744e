import { ShowOwnStatistics } from '../../../workflows/shared/office-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { HistogramChart } from '../statistics/histogram-chart.tsx';
import { MonthPicker, useMonths } from '../statistics/month-picker.tsx';

/** What one's own department promised and kept. */
export function Component() {
  const say = useText();
  const { months, setMonths } = useMonths();
  const statistics = useRoute(ShowOwnStatistics, { query: months });
  return (
    <>
      <PageTitle>{say({ zh: '本部门统计', en: 'Statistics of the department' })}</PageTitle>
      <MonthPicker months={months} onChange={setMonths} />
      <Shown of={statistics}>
        {({ figures }) => (
          <>
            <ul className="numbers">
              <li>
                <b>{figures.answered}</b>
                {say({ zh: '已答复', en: 'Answered' })}
              </li>
              <li>
                <b>{figures.keptPercent === undefined ? '–' : `${figures.keptPercent}%`}</b>
                {say({ zh: '按时答复率', en: 'Promises kept' })}
              </li>
              <li>
                <b>{figures.medianWorkingDays ?? '–'}</b>
                {say({ zh: '中位数（工作日）', en: 'Median working days' })}
              </li>
              <li>
                <b>{figures.ninetiethPercentileWorkingDays ?? '–'}</b>
                {say({ zh: '90 分位（工作日）', en: '90th percentile' })}
              </li>
              <li>
                <b>{figures.overdue}</b>
                {say({ zh: '逾期次数', en: 'Times overdue' })}
              </li>
            </ul>
            <HistogramChart
              title={say({ zh: '答复用时', en: 'Working days until answered' })}
              histogram={figures.workingDays}
            />
          </>
        )}
      </Shown>
    </>
  );
}
