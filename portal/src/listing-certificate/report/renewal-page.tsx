import { Alert, Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import {
  PreviewRenewal,
  type Renewal,
  RenewListingCase,
} from '../../../../workflows/listing-certificate/renewal/routes.ts';
import { ReadCase } from '../../../../workflows/shared/case-routes.ts';
import { useAction, useRoute } from '../../api/use-route.ts';
import { ProcedureDetail } from '../../cases/procedure-detail.tsx';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

/** 续期: the same application, examined up to today; all of it is filled in, and shown before it is sent. */
export function Component() {
  const say = useText();
  const { caseId = '' } = useParams();
  const renewal = useRoute(PreviewRenewal, { params: { caseId } });
  const found = useRoute(ReadCase, { params: { caseId } });
  return (
    <>
      <PageTitle>{say({ zh: '报告续期', en: 'Renew a report' })}</PageTitle>
      <Shown of={renewal}>{(data) => <Preview renewal={data} />}</Shown>
      <Shown of={found}>
        {(data) => (
          <>
            <p className="quiet">
              {say({
                zh: '以下内容沿用原申请；需要改动时，请另行提交新的申请。',
                en: 'The rest is taken over as it is. To change it, send a new application.',
              })}
            </p>
            <ProcedureDetail found={{ ...data, resultNumber: undefined }} />
          </>
        )}
      </Shown>
    </>
  );
}

function Preview({ renewal }: { readonly renewal: Renewal }) {
  const say = useText();
  const when = useWhen();
  const navigate = useNavigate();
  const { renews, previousPeriod, period, startMoved, maximumPeriodYears } = renewal;
  const renew = useAction(RenewListingCase, ({ caseId }) => void navigate(`/cases/${caseId}`));
  return (
    <section className="panel">
      <dl className="facts spaced">
        <dt>{say({ zh: '原办件', en: 'Renews' })}</dt>
        <dd>
          <Link to={`/cases/${renews.caseId}`}>{renews.caseNumber}</Link> · {renews.number}
        </dd>
        <dt>{say({ zh: '原核查期间', en: 'Period until now' })}</dt>
        <dd>{when.period(previousPeriod)}</dd>
        <dt>{say({ zh: '续期后核查期间', en: 'Period then' })}</dt>
        <dd>
          <b>{when.period(period)}</b>
        </dd>
      </dl>
      {startMoved && (
        <Alert
          type="info"
          showIcon
          title={say(
            {
              zh: '核查期间最长 {n} 年，起始日期已相应顺延。',
              en: 'A period is at most {n} years long, so that its beginning moved.',
            },
            { n: maximumPeriodYears },
          )}
        />
      )}
      <ProblemAlert error={renew.error} />
      <Button
        type="primary"
        loading={renew.isPending}
        onClick={() => renew.mutate({ params: { caseId: renews.caseId } })}
      >
        {say({ zh: '提交续期', en: 'Send the renewal' })}
      </Button>
    </section>
  );
}
