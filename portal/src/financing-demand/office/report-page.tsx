import { Empty } from 'antd';
import {
  ExportFinancingReport,
  type FinancingReport,
  ShowFinancingReport,
} from '../../../../workflows/financing-demand/report/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Numbers } from '../../parts/numbers.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { STATISTICS_PLACES } from '../../shell/nav.ts';
import { SubNav } from '../../shell/sub-nav.tsx';
import { MonthPicker, useMonths } from '../../statistics/month-picker.tsx';
import { AmountFunnel, DemandFunnel } from './funnel.tsx';
import { GroupFigure } from './group-figure.tsx';
import { InstitutionTable } from './institution-table.tsx';
import { Refusals } from './refusals.tsx';

/** What came of the demands of a period: how many were taken and served, how quickly, for how much, and who lags. */
export function Component() {
  const say = useText();
  const { months, setMonths } = useMonths();
  const report = useRoute(ShowFinancingReport, { query: months });
  return (
    <>
      <PageTitle>{say({ zh: '融资对接统计', en: 'Financing report' })}</PageTitle>
      <SubNav label={say({ zh: '统计', en: 'Statistics' })} places={STATISTICS_PLACES} />
      <MonthPicker months={months} onChange={setMonths} />
      <p>
        <DownloadButton
          contract={ExportFinancingReport}
          input={{ query: months }}
          name={`financing-${months.fromMonth}-${months.toMonth}.xlsx`}
        >
          {say({ zh: '导出（XLSX）', en: 'Export (XLSX)' })}
        </DownloadButton>
      </p>
      <Shown of={report}>{(data) => <Report report={data} />}</Shown>
    </>
  );
}

function Report({ report }: { readonly report: FinancingReport }) {
  const say = useText();
  const { all, byLadder, byIndustry, byInstitution } = report;
  const share = (percent: number | undefined) => (percent === undefined ? '–' : `${percent}%`);
  if (all.demands === 0 && byInstitution.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={say({ zh: '这段时间没有推送的需求', en: 'No demand was sent in these months' })}
      />
    );
  }
  return (
    <>
      <Numbers
        of={[
          { label: say({ zh: '推送的需求', en: 'Demands sent' }), value: all.demands },
          { label: say({ zh: '对接率', en: 'Taking-up rate' }), value: share(all.takingUpPercent) },
          { label: say({ zh: '服务率', en: 'Service rate' }), value: share(all.servicePercent) },
          { label: say({ zh: '审批通过率', en: 'Approval rate' }), value: share(all.approvalPercent) },
          {
            label: say({ zh: '联系用时中位数（工作日）', en: 'Median working days to contact' }),
            value: all.medianContactWorkingDays ?? '–',
          },
          {
            label: say({ zh: '审批用时中位数（工作日）', en: 'Median working days to decide' }),
            value: all.medianDecisionWorkingDays ?? '–',
          },
        ]}
      />
      <DemandFunnel figures={all} />
      <AmountFunnel figures={all} />
      <Refusals figures={all} />
      <GroupFigure
        title={say({ zh: '按梯度培育', en: 'By ladder level' })}
        head={say({ zh: '梯度', en: 'Level' })}
        rows={byLadder}
      />
      <GroupFigure
        title={say({ zh: '按行业', en: 'By industry' })}
        head={say({ zh: '行业', en: 'Industry' })}
        rows={byIndustry}
      />
      <h2>{say({ zh: '机构通报', en: 'Institutions by name' })}</h2>
      <p className="quiet">
        {say({
          zh: '承诺未兑现多、用时长的排在前面；机构不统计推送数量。',
          en: 'Those that broke most promises and took longest come first; how many each was sent is not counted.',
        })}
      </p>
      <InstitutionTable rows={byInstitution} />
    </>
  );
}
