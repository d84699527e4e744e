import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import {
  type BudgetReport,
  ExportBudget,
  ReadBudget,
} from '../../../../../workflows/patent-funding/ledger/routes.ts';
import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { DownloadButton } from '../../../parts/download-button.tsx';
import { yuan } from '../../../parts/money.ts';
import { Numbers } from '../../../parts/numbers.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useWhen } from '../../../parts/when.tsx';
import { PATENT_PLACES } from '../../../shell/nav.ts';
import { SubNav } from '../../../shell/sub-nav.tsx';
import { AllotButton } from './allot.tsx';
import { BudgetFigures } from './budget-figures.tsx';
import { Entries } from './entries.tsx';
import { Reconciliation } from './reconciliation.tsx';

/** One budget: how it was used, by whom, for what, who waits, and every movement of its money. */
export function Component() {
  const { programmeId = '', year = '' } = useParams();
  const budget = useRoute(ReadBudget, { params: { programmeId, year } });
  return <Shown of={budget}>{(report) => <Budget report={report} />}</Shown>;
}

function Budget({ report }: { readonly report: BudgetReport }) {
  const say = useText();
  const { account } = report;
  const { programmeId, year } = account;
  const key = { programmeId, year };
  const money = (label: Bilingual, fen: number) => ({ label: say(label), value: yuan(fen) });
  return (
    <>
      <PageTitle>{`${say(account.name)} ${year}`}</PageTitle>
      <SubNav label={say({ zh: '专利资助', en: 'Patent funding' })} places={PATENT_PLACES} />
      <div className="row">
        <Tag color={account.state === 'OPEN' ? 'success' : 'default'}>
          {account.state === 'OPEN'
            ? say({ zh: '执行中', en: 'Open' })
            : say({ zh: '已结转或结束', en: 'Closed' })}
        </Tag>
        <DownloadButton
          contract={ExportBudget}
          input={{ params: key }}
          name={`budget-${programmeId}-${year}.xlsx`}
        >
          {say({ zh: '导出（XLSX）', en: 'Export (XLSX)' })}
        </DownloadButton>
        {account.state === 'OPEN' && <AllotButton budget={key} />}
      </div>
      <Numbers
        of={[
          money({ zh: '安排（元）', en: 'Allotted (yuan)' }, account.allottedFen),
          money({ zh: '已支出（元）', en: 'Spent (yuan)' }, account.spentFen),
          money({ zh: '已预留（元）', en: 'Reserved (yuan)' }, account.reservedFen),
          money({ zh: '可用（元）', en: 'Remaining (yuan)' }, account.remainingFen),
          money({ zh: '排队中（元）', en: 'Waited for (yuan)' }, account.waitingFen),
        ]}
      />
      <BudgetFigures report={report} />
      <Waiting report={report} />
      <section className="panel">
        <h2>{say({ zh: '台账明细', en: 'Entries' })}</h2>
        <Reconciliation budget={key} />
        <Entries budget={key} />
      </section>
    </>
  );
}

function Waiting({ report: { waiting, account } }: { readonly report: BudgetReport }) {
  const say = useText();
  const when = useWhen();
  return (
    <section className="panel">
      <h2>{say({ zh: '排队等待预算（{n}）', en: '{n} waiting for money' }, { n: account.waitingCount })}</h2>
      <DataTable
        caption={say({ zh: '排队等待预算', en: 'Waiting for money' })}
        rows={waiting}
        rowKey={({ caseId }) => caseId}
        empty={say({ zh: '没有申请在等待预算', en: 'Nobody waits' })}
        columns={[
          { title: say({ zh: '顺序', en: 'Place' }), numeric: true, cell: ({ place }) => place },
          {
            title: say({ zh: '办件', en: 'Case' }),
            cell: ({ caseId }) => <Link to={`/cases/${caseId}`}>{caseId}</Link>,
          },
          {
            title: say({ zh: '金额（元）', en: 'Amount (yuan)' }),
            numeric: true,
            cell: ({ amountFen }) => yuan(amountFen),
          },
          { title: say({ zh: '受理时间', en: 'Accepted' }), cell: ({ acceptedAt }) => when.time(acceptedAt) },
        ]}
      />
    </section>
  );
}
