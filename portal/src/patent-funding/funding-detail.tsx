import { Alert, Tag } from 'antd';
import { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import { ListProgrammes } from '../../../workflows/patent-funding/programmes/routes.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { yuan } from '../parts/money.ts';
import { useWhen } from '../parts/when.tsx';
import { useWho } from '../session/who.ts';
import { CasePatents } from './case-patents.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { OpenRecoveryPanel } from './recovery/open-recovery.tsx';
import { LANE, OUTCOME } from './words.ts';

/** What a case of this procedure applies for, what was found, what is granted. */
export function Component({ found }: { readonly found: CaseView }) {
  const say = useText();
  const when = useWhen();
  const { organisationKind } = useWho();
  const { data: programmes } = useRoute(ListProgrammes, {});
  const detail = FundingDetail.safeParse(found.detail).data;
  if (!detail) return null;
  const programme = programmes?.items.find(({ programmeId }) => programmeId === detail.programmeId)?.name ?? {
    zh: detail.programmeId,
    en: detail.programmeId,
  };
  const { assessment, lane, outcome, amountFen, account, contact, registryUnreachableSince } = detail;
  return (
    <>
      {registryUnreachableSince && (
        <Alert
          type="info"
          showIcon
          title={say(
            {
              zh: '自 {at} 起暂时无法连接专利登记系统，恢复后自动继续核查。',
              en: 'The register of patents cannot be reached since {at}; the assessment goes on by itself.',
            },
            { at: when.time(registryUnreachableSince) },
          )}
        />
      )}
      {outcome && (
        <section className="panel">
          <h2>{say({ zh: '办理结论', en: 'Outcome' })}</h2>
          <p>
            <b>{say(OUTCOME[outcome.end])}</b>
          </p>
          {outcome.reasons.length > 0 && (
            <ul>
              {outcome.reasons.map((reason) => (
                <li key={reason.en}>{say(reason)}</li>
              ))}
            </ul>
          )}
        </section>
      )}
      <ProgressPanel found={found} detail={detail} />
      {detail.progress?.payment?.state === 'PAID' && organisationKind !== 'enterprise' && (
        <OpenRecoveryPanel caseId={found.caseId} />
      )}
      <section className="panel">
        <h2>{say({ zh: '申请内容', en: 'What was applied for' })}</h2>
        <dl className="facts">
          <dt>{say({ zh: '资助项目', en: 'Programme' })}</dt>
          <dd>
            {say(programme)}{' '}
            <small>
              {say({ zh: '版本', en: 'version' })} {detail.programmeVersion}
            </small>
          </dd>
          {lane && (
            <>
              <dt>{say({ zh: '办理通道', en: 'Lane' })}</dt>
              <dd>
                <Tag color={lane.lane === 'fast' ? 'blue' : 'default'}>{say(LANE[lane.lane])}</Tag>
                {lane.reasons.map((reason) => say(reason)).join('；')}
                <small>
                  {' '}
                  {say(
                    { zh: '审核承诺 {n} 个工作日', en: 'review promised within {n} working days' },
                    { n: lane.promisedWorkingDays },
                  )}
                </small>
              </dd>
            </>
          )}
          <dt>{say({ zh: '核查结果', en: 'Assessment' })}</dt>
          <dd>
            {assessment
              ? say(
                  { zh: '符合 {passed} 件，不符合 {failed} 件', en: '{passed} passed, {failed} failed' },
                  assessment,
                )
              : say({ zh: '尚未核查', en: 'Not yet' })}
          </dd>
          {amountFen !== undefined && (
            <>
              <dt>{say({ zh: '资助金额', en: 'Amount' })}</dt>
              <dd>
                <b>{say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(amountFen) })}</b>
              </dd>
            </>
          )}
          <dt>{say({ zh: '收款账户', en: 'Account' })}</dt>
          <dd>
            {account.holder} · {account.bank} · {account.number}
          </dd>
          <dt>{say({ zh: '联系人', en: 'Contact' })}</dt>
          <dd>
            {contact.name} · {contact.phone}
          </dd>
        </dl>
      </section>
      <section className="panel">
        <h2>{say({ zh: '专利清单（{n} 件）', en: '{n} patents' }, { n: detail.patentCount })}</h2>
        <CasePatents caseId={found.caseId} />
      </section>
    </>
  );
}
