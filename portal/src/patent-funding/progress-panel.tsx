import { Alert } from 'antd';
import type { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { useText } from '../language.tsx';
import { CaseLinks } from '../parts/case-links.tsx';
import { Due } from '../parts/due.tsx';
import { yuan } from '../parts/money.ts';
import { useWhen } from '../parts/when.tsx';
import { useWho } from '../session/who.ts';
import { CorrectAccount } from './correct-account.tsx';
import { CaseObjections } from './office/objections/case-objections.tsx';
import { GROUND, PAYMENT_STATE } from './words.ts';

interface Props {
  readonly found: CaseView;
  readonly detail: FundingDetail;
}

/** After the approval: the public notice with its objections, and the payment. */
export function ProgressPanel({ found, detail }: Props) {
  const say = useText();
  const when = useWhen();
  const { organisationKind, organisationId } = useWho();
  const isOwn = organisationKind === 'enterprise';
  const isReviewer = organisationKind === 'office' || organisationId === detail.review?.departmentId;
  const { notice, objections = [], payment, recoveries = [] } = detail.progress ?? {};
  if (!notice && !payment) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '公示与拨付', en: 'Notice and payment' })}</h2>
      {payment?.state === 'RETURNED' && payment.returned && (
        <Alert
          type="warning"
          showIcon
          title={say({ zh: '财政退回了拨付单', en: 'Finance returned the order' })}
          description={
            <>
              <p>{payment.returned.reason}</p>
              <p>
                {say({ zh: '请在此之前更正收款账户：', en: 'Correct the account until' })}{' '}
                <Due at={payment.returned.correctBy} provisional={payment.returned.correctByProvisional} />
              </p>
            </>
          }
        />
      )}
      {payment?.state === 'RETURNED' && isOwn && (
        <CorrectAccount caseId={found.caseId} version={found.version} account={detail.account} />
      )}
      <dl className="facts">
        {notice && (
          <>
            <dt>{say({ zh: '公示', en: 'Notice' })}</dt>
            <dd>
              <a href={`/notices/${notice.noticeNumber}`}>{notice.noticeNumber}</a>{' '}
              {say({ zh: '至', en: 'until' })}{' '}
              <Due
                at={notice.endsAt}
                provisional={notice.endsProvisional}
                over={notice.closedAt !== undefined}
              />
            </dd>
            <dt>{say({ zh: '异议', en: 'Objections' })}</dt>
            <dd>
              {objections.length === 0 && say({ zh: '无', en: 'None' })}
              {isReviewer && objections.length > 0
                ? say({ zh: '{n} 件，见下', en: '{n}, see below' }, { n: objections.length })
                : objections.map(({ objectionId, ground, text }) => (
                    <div key={objectionId}>
                      {say(GROUND[ground])}：{text}
                    </div>
                  ))}
            </dd>
          </>
        )}
        {payment && (
          <>
            <dt>{say({ zh: '拨付单', en: 'Order' })}</dt>
            <dd>
              {payment.orderNumber} · {say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(payment.amountFen) })}{' '}
              · {say(PAYMENT_STATE[payment.state])}
            </dd>
            {payment.paid && (
              <>
                <dt>{say({ zh: '支付', en: 'Paid' })}</dt>
                <dd>
                  {when.date(payment.paid.paidOn)} · {say({ zh: '银行凭证号', en: 'voucher' })}{' '}
                  {payment.paid.bankReference}
                </dd>
              </>
            )}
          </>
        )}
        {recoveries.length > 0 && (
          <>
            <dt>{say({ zh: '追回', en: 'Recoveries' })}</dt>
            <dd>
              <CaseLinks cases={recoveries} />
            </dd>
          </>
        )}
      </dl>
      {notice && isReviewer && <CaseObjections caseId={found.caseId} />}
    </section>
  );
}
