import { Link, useParams } from 'react-router';
import { VerifyCaseAudit } from '../../../../workflows/shared/audit-routes.ts';
import { ReadCase } from '../../../../workflows/shared/case-routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { CaseEntries } from './case-entries.tsx';
import { Verified } from './verified.tsx';

/** The audit of one case: whether its chain is whole, and every entry of it. */
export function Component() {
  const say = useText();
  const { caseId = '' } = useParams();
  const found = useRoute(ReadCase, { params: { caseId } });
  const verification = useRoute(VerifyCaseAudit, { params: { caseId } });
  return (
    <Shown of={found}>
      {({ caseNumber, applicant }) => (
        <>
          <PageTitle>
            {say({ zh: '审计记录 {number}', en: 'Audit of {number}' }, { number: caseNumber })}
          </PageTitle>
          <p className="row">
            <span>{applicant.name}</span>
            <Link to={`/cases/${caseId}`}>{say({ zh: '查看办件', en: 'The case' })}</Link>
            <Link to="/office/audit">{say({ zh: '返回审计', en: 'Back to the audit' })}</Link>
          </p>
          <Shown of={verification}>{(data) => <Verified verification={data} isOfCase />}</Shown>
          <CaseEntries caseId={caseId} />
        </>
      )}
    </Shown>
  );
}
