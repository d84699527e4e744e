import { Empty } from 'antd';
import { Link, useParams } from 'react-router';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Report, recordedCells } from '../report/report.ts';
import { useReport } from '../report/use-report.ts';
import { RaiseForm } from './raise-form.tsx';

/** 异议: what the report says of records, and what of it the enterprise disputes. */
export function Component() {
  const say = useText();
  const { caseId = '' } = useParams();
  const report = useReport(caseId);
  return (
    <>
      <PageTitle>{say({ zh: '对报告记录提出异议', en: 'Dispute records of the report' })}</PageTitle>
      <Shown of={report}>{(data) => <Disputable caseId={caseId} report={data} />}</Shown>
    </>
  );
}

function Disputable({ caseId, report }: { readonly caseId: string; readonly report: Report }) {
  const say = useText();
  const cells = recordedCells(report);
  if (cells.length > 0) return <RaiseForm caseId={caseId} report={report} cells={cells} />;
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={say({
        zh: '报告没有列出任何记录，没有可以提出异议的内容。',
        en: 'The report lists no record: there is nothing to dispute.',
      })}
    >
      <Link to={`/cases/${caseId}`}>{say({ zh: '返回办件', en: 'Back to the case' })}</Link>
    </Empty>
  );
}
