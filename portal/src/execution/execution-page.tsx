import { Tag } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ExecutionView } from '../../../workflows/shared/execution/execution.ts';
import { ReadExecution } from '../../../workflows/shared/execution/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { stagesOf } from './stages-of.ts';
import { EXECUTION_STATUS } from './status.ts';
import { VisitTable } from './visit-table.tsx';

const StagePicture = lazy(() => import('../cases/stage-picture.tsx'));

/** For engineers: the machine of a case as it was deployed when the case began, and where its execution is. */
export function Component() {
  const { caseId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const attempt = search.get('attempt');
  const execution = useRoute(
    ReadExecution,
    { params: { caseId }, query: attempt ? { attempt } : {} },
    ({ status }) => status === 'RUNNING',
  );
  const say = useText();
  return (
    <>
      <PageTitle>{say({ zh: '流程运行状态', en: 'Execution of the machine' })}</PageTitle>
      <p>
        <Link to={`/cases/${caseId}`}>{say({ zh: '返回办件', en: 'Back to the case' })}</Link>
      </p>
      <Shown of={execution}>
        {(view) => (
          <Execution view={view} onAttempt={(chosen) => setSearch({ attempt: chosen }, { replace: true })} />
        )}
      </Shown>
    </>
  );
}

interface Props {
  readonly view: ExecutionView;
  readonly onAttempt: (attempt: string) => void;
}

function Execution({ view, onAttempt }: Props) {
  const say = useText();
  const when = useWhen();
  const { status, error, machine, attempt, attempts, startedAt, stoppedAt } = view;
  return (
    <>
      <p className="row">
        <Tag>{say(EXECUTION_STATUS[status])}</Tag>
        {error && <span className="fault">{error}</span>}
        <code>{machine}</code>
        <span className="quiet">
          {when.time(startedAt)}
          {stoppedAt && ` – ${when.time(stoppedAt)}`}
        </span>
      </p>
      {attempts > 1 && (
        <SelectField
          label={say({ zh: '第几次运行', en: 'Which execution' })}
          optional
          value={String(attempt)}
          options={Array.from({ length: attempts }, (_, index) => String(index + 1)).map((value) => ({
            value,
            label: value,
          }))}
          onChange={onAttempt}
        />
      )}
      <Suspense fallback={<div className="picture" aria-busy="true" />}>
        <StagePicture stages={stagesOf(view)} direction="DOWN" />
      </Suspense>
      <h2>{say({ zh: '经过的状态（最近在前）', en: 'States entered, the latest first' })}</h2>
      <VisitTable visits={view.visits.toReversed()} />
    </>
  );
}
