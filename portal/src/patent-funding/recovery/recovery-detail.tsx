import { Link } from 'react-router';
import { RecoveryDetail } from '../../../../workflows/patent-funding/recovery/contract.ts';
import type { CaseView } from '../../../../workflows/shared/case.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { yuan } from '../../parts/money.ts';
import { useWhen } from '../../parts/when.tsx';
import { RECOVERY_END } from './words.ts';

/** What is asked back, why, and whether it came. */
export function Component({ found }: { readonly found: CaseView }) {
  const say = useText();
  const when = useWhen();
  const detail = RecoveryDetail.safeParse(found.detail).data;
  if (!detail) return null;
  const { funding, amountFen, documentNumber, reason, patents, outcome } = detail;
  return (
    <section className="panel">
      <h2>{say({ zh: '追回内容', en: 'What is asked back' })}</h2>
      <dl className="facts spaced">
        <dt>{say({ zh: '应退回金额', en: 'To be paid back' })}</dt>
        <dd>
          <b>{say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(amountFen) })}</b>
        </dd>
        <dt>{say({ zh: '原办件', en: 'Case that was paid' })}</dt>
        <dd>
          <Link to={`/cases/${funding.caseId}`}>{funding.caseNumber}</Link> · {funding.orderNumber}
        </dd>
        <dt>{say({ zh: '认定文书号', en: 'Decision' })}</dt>
        <dd>{documentNumber}</dd>
        <dt>{say({ zh: '追回理由', en: 'Reason' })}</dt>
        <dd>{reason}</dd>
        {outcome && (
          <>
            <dt>{say({ zh: '结果', en: 'Outcome' })}</dt>
            <dd>
              <b>{say(RECOVERY_END[outcome.end])}</b>
              {outcome.end === 'recovered' &&
                ` · ${when.date(outcome.receivedOn)} · ${outcome.bankReference}`}
              {outcome.end === 'not-recovered' && ` · ${outcome.handedTo} · ${outcome.reason}`}
            </dd>
          </>
        )}
      </dl>
      <DataTable
        caption={say({ zh: '涉及专利', en: 'Patents' })}
        rows={patents}
        rowKey={({ number }) => number}
        empty=""
        columns={[
          { title: say({ zh: '专利号', en: 'Number' }), cell: ({ number }) => number },
          {
            title: say({ zh: '已拨付（元）', en: 'Paid (yuan)' }),
            numeric: true,
            cell: (patent) => yuan(patent.amountFen),
          },
        ]}
      />
    </section>
  );
}
