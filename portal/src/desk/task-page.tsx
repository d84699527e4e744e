import { Alert } from 'antd';
import { Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { ReadDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { deskTaskState, mayHappen } from '../../../workflows/shared/desk-transitions.ts';
import type { Output } from '../api/client.ts';
import { useRoute } from '../api/use-route.ts';
import { Attachments } from '../cases/attachments.tsx';
import { useText } from '../language.tsx';
import { Loading } from '../parts/loading.tsx';
import { ofProcedures } from '../parts/of-procedures.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { TaskDue } from '../parts/task-due.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { titleOf } from '../procedures.ts';
import { useWho } from '../session/who.ts';
import { GivenFiles } from './answer-files.tsx';
import { AskSupplementPanel } from './ask-supplement.tsx';
import { AskedSupplements } from './asked-supplements.tsx';
import { Holder } from './holder.tsx';
import { OfficePanel } from './office-panel.tsx';
import { Remarks } from './remarks.tsx';
import { SentMaterials } from './sent-materials.tsx';

export type OpenedTask = Output<typeof ReadDeskTask>;

const ANSWERS = ofProcedures(({ answer }) => answer);

/** One question to the department: what is asked, what is known, and the answer. */
export function Component() {
  const { taskId = '' } = useParams();
  const task = useRoute(ReadDeskTask, { params: { taskId } });
  return <Shown of={task}>{(data) => <TaskPage task={data} />}</Shown>;
}

function TaskPage({ task }: { readonly task: OpenedTask }) {
  const say = useText();
  const name = useDepartments();
  const { organisationKind, personId } = useWho();
  const isDepartment = organisationKind === 'department';
  const isHeldByAnother = task.assignee !== undefined && task.assignee.personId !== personId;
  const mayAnswer = isDepartment && mayHappen('decide', task);
  const Answer = ANSWERS[task.workflow];
  return (
    <>
      <PageTitle>{`${say(titleOf(task.workflow))} ${task.caseNumber}`}</PageTitle>
      <p className="row">
        <span>{task.applicantName}</span>
        <span className="quiet">{say(name(task.departmentId))}</span>
        <TaskDue task={task} />
        <Link to={`/cases/${task.caseId}`}>{say({ zh: '查看办件', en: 'The case' })}</Link>
      </p>
      {isDepartment && task.status === 'OPEN' && <Holder task={task} />}
      {organisationKind === 'office' && deskTaskState(task) === 'ESCALATED' && <OfficePanel task={task} />}
      {deskTaskState(task) === 'SUPPLEMENT' && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: '正在等待企业补正，办理时限暂停。',
            en: 'The applicant was asked for a supplement: the clock stands still.',
          })}
        />
      )}
      {isHeldByAnother && mayAnswer && (
        <Alert
          type="info"
          showIcon
          title={say(
            {
              zh: '由 {name} 签收；只有签收人或其受托人可以答复。',
              en: 'Held by {name}: only they, or who acts for them, may answer.',
            },
            { name: task.assignee?.personName ?? '' },
          )}
        />
      )}
      <AskedSupplements supplements={task.supplements} />
      {Answer ? (
        <Suspense fallback={<Loading />}>
          <Answer key={task.taskId} task={task} mayAnswer={mayAnswer} />
        </Suspense>
      ) : (
        <Alert
          type="info"
          title={say({
            zh: '该事项目前只能通过接口答复。',
            en: 'This matter can only be answered through the API for now.',
          })}
        />
      )}
      <GivenFiles task={task} />
      <SentMaterials caseId={task.caseId} sent={task.sent} />
      <Attachments caseId={task.caseId} />
      {mayAnswer && <AskSupplementPanel task={task} />}
      <Remarks caseId={task.caseId} />
    </>
  );
}
