import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { ReadCase } from '../../../workflows/shared/case-routes.ts';
import { deskTaskState } from '../../../workflows/shared/desk-transitions.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { CaseStatusTag } from '../parts/case-status.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { PROCEDURES, titleOf } from '../procedures.ts';
import { useWho } from '../session/who.ts';
import { Attachments } from './attachments.tsx';
import { ProcedureDetail } from './procedure-detail.tsx';
import { Progress } from './progress.tsx';
import { ResumeCaseButton } from './resume-case.tsx';
import { SendMaterialPanel } from './send-material.tsx';
import { TaskTable } from './task-table.tsx';
import { Timeline } from './timeline.tsx';
import { WithdrawButton } from './withdraw.tsx';

/** One case, as whoever may see it sees it. */
export function Component() {
  const { caseId = '' } = useParams();
  const found = useRoute(ReadCase, { params: { caseId } });
  return <Shown of={found}>{(data) => <CasePage found={data} />}</Shown>;
}

function CasePage({ found }: { readonly found: CaseView }) {
  const say = useText();
  const when = useWhen();
  const { organisationKind } = useWho();
  const isOpen = ['SUBMITTED', 'IN_REVIEW', 'FAILED'].includes(found.status);
  const ownEnding = PROCEDURES[found.workflow]?.ownEnding === true;
  const isApplicant = organisationKind === 'enterprise';
  return (
    <>
      <PageTitle>{`${say(titleOf(found.workflow))} ${found.caseNumber}`}</PageTitle>
      <div className="row spread">
        <span className="row">
          <CaseStatusTag status={found.status} />
          <span>{found.applicant.name}</span>
          <span className="quiet">
            {say({ zh: '提交于', en: 'Submitted' })} {when.time(found.submittedAt)}
          </span>
        </span>
        {isApplicant && isOpen && !ownEnding && <WithdrawButton caseId={found.caseId} />}
        {organisationKind === 'office' && (
          <Link to={`/cases/${found.caseId}/execution`}>
            {say({ zh: '流程运行状态（运维）', en: 'Execution, for engineers' })}
          </Link>
        )}
      </div>
      {found.failure && (
        <Alert
          type="warning"
          showIcon
          title={say({
            zh: '处理受阻，办公室已收到通知，恢复后自动继续。',
            en: 'It is held up. The office was told; it goes on by itself once resumed.',
          })}
          description={found.failure.cause}
          action={organisationKind === 'office' && <ResumeCaseButton caseId={found.caseId} />}
        />
      )}
      {isApplicant && <OpenSupplements found={found} />}
      <Progress found={found} />
      <div className="columns">
        <div>
          {!isOpen && <ProcedureDetail found={found} />}
          {!(ownEnding && found.tasks.length === 0) && (
            <section className="panel">
              <h2>{say({ zh: '办理部门', en: 'Who has it' })}</h2>
              <TaskTable tasks={found.tasks} />
            </section>
          )}
          {isOpen && <ProcedureDetail found={found} />}
          {isApplicant && found.tasks.some(({ status }) => status === 'OPEN') && (
            <SendMaterialPanel found={found} />
          )}
        </div>
        <div>
          <section className="panel">
            <h2>{say({ zh: '办理过程', en: 'What happened' })}</h2>
            <Timeline caseId={found.caseId} />
            {organisationKind === 'office' && (
              <Link to={`/office/audit/${found.caseId}`}>
                {say({ zh: '查看并核验审计记录', en: 'Its audit, entry by entry' })}
              </Link>
            )}
          </section>
          <Attachments caseId={found.caseId} />
        </div>
      </div>
    </>
  );
}

function OpenSupplements({ found }: { readonly found: CaseView }) {
  const say = useText();
  const waiting = found.tasks.filter((task) => deskTaskState(task) === 'SUPPLEMENT');
  if (waiting.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say({ zh: '有部门在等您补正', en: 'A department waits for your supplement' })}
      description={waiting.map(({ supplementId }) => (
        <Link key={supplementId} to={`/supplements/${supplementId}`}>
          {say({ zh: '查看并补正', en: 'See and answer' })}
        </Link>
      ))}
    />
  );
}
