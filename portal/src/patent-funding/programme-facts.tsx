import { Alert } from 'antd';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import { useText } from '../language.tsx';
import { share, yuan } from '../parts/money.ts';
import { useWhen } from '../parts/when.tsx';
import { KIND } from './words.ts';

/** What a programme gives for what, until when, and on what it rests. */
export function ProgrammeFacts({ programme }: { readonly programme: Programme }) {
  const say = useText();
  const when = useWhen();
  const { promisedWorkingDays: days, closedByRule } = programme;
  return (
    <>
      {closedByRule && (
        <Alert
          type="warning"
          showIcon
          title={say(
            {
              zh: '{day}之后授权的专利不再资助（{clause}）',
              en: 'Nothing granted after {day} is funded any more ({clause})',
            },
            { day: when.date(closedByRule.lastGrantOn), clause: closedByRule.clause.clause },
          )}
          description={say(closedByRule.clause)}
        />
      )}
      <dl className="facts spaced">
        <dt>{say({ zh: '授权公告日', en: 'Granted' })}</dt>
        <dd>{when.period({ fromOn: programme.firstGrantOn, toOn: programme.lastGrantOn })}</dd>
        <dt>{say({ zh: '每件金额', en: 'Amount each' })}</dt>
        <dd>
          {programme.amounts
            .map(({ kind, amountFen }) =>
              say(
                { zh: '{kind} {n} 元', en: '{kind}: {n} yuan' },
                { kind: say(KIND[kind]), n: yuan(amountFen) },
              ),
            )
            .join(say({ zh: '；', en: '; ' }))}
        </dd>
        <dt>{say({ zh: '上限', en: 'Caps' })}</dt>
        <dd>
          {say(
            {
              zh: '各级资助合计不超过官方费用的 {share}；每家企业每年不超过 {cap} 元',
              en: 'All levels together {share} of the official fees; {cap} yuan for an enterprise in a year',
            },
            { share: share(programme.feeShareBasisPoints), cap: yuan(programme.enterpriseYearCapFen) },
          )}
        </dd>
        <dt>{say({ zh: '审核承诺时限', en: 'Promised for the review' })}</dt>
        <dd>
          {say(
            {
              zh: '快速通道 {fast} 个工作日，普通通道 {ordinary} 个工作日',
              en: '{fast} working days in the fast lane, {ordinary} in the ordinary one',
            },
            days,
          )}
        </dd>
        <dt>{say({ zh: '依据', en: 'Basis' })}</dt>
        <dd>{say(programme.legalBasis)}</dd>
      </dl>
    </>
  );
}
