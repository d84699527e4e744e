import { Button } from 'antd';
import { useState } from 'react';
import { actingFor } from '../../../workflows/shared/delegation.ts';
import {
  AssignDeskTask,
  ClaimDeskTask,
  ReleaseDeskTask,
} from '../../../workflows/shared/desk-holder-routes.ts';
import { DESK_LEAD } from '../../../workflows/shared/desk-roster.ts';
import { ReadStaff } from '../../../workflows/shared/desk-staff-routes.ts';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { useAction, useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Select } from '../parts/select.tsx';
import { useNow } from '../parts/use-now.ts';
import { useWho } from '../session/who.ts';

/** Who holds a task: take it, give it back, hand it to somebody. */
export function Holder({ task }: { readonly task: DeskTaskSummary }) {
  const say = useText();
  const { personId, roles } = useWho();
  const claim = useAction(ClaimDeskTask);
  const release = useAction(ReleaseDeskTask);
  const at = { params: { taskId: task.taskId }, version: task.version };
  const isLead = roles.includes(DESK_LEAD);
  const actsForHolder = useActsForHolder(task);
  return (
    <section className="panel">
      <div className="row">
        <span>
          {say({ zh: '签收人：', en: 'Held by: ' })}
          <b>{task.assignee?.personName ?? say({ zh: '未签收', en: 'nobody' })}</b>
        </span>
        {!task.assignee && (
          <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate(at)}>
            {say({ zh: '签收', en: 'Take it' })}
          </Button>
        )}
        {task.assignee && (isLead || task.assignee.personId === personId || actsForHolder) && (
          <Button loading={release.isPending} onClick={() => release.mutate(at)}>
            {say({ zh: '退回', en: 'Give it back' })}
          </Button>
        )}
        {isLead && <Assign task={task} />}
      </div>
      <ProblemAlert error={claim.error ?? release.error} />
    </section>
  );
}

/** Whether somebody delegated the holder's tasks to who is signed in; asked only where somebody else holds it. */
function useActsForHolder({ assignee, workflow }: DeskTaskSummary): boolean {
  const { personId } = useWho();
  const todayOn = localDateOf(useNow());
  const isAnothers = assignee !== undefined && assignee.personId !== personId;
  const { data } = useRoute(ReadStaff, isAnothers ? {} : undefined);
  return actingFor(data?.delegations ?? [], personId, workflow, todayOn).some(
    ({ whom }) => whom.personId === assignee?.personId,
  );
}

function Assign({ task: { taskId, version } }: { readonly task: DeskTaskSummary }) {
  const say = useText();
  const { data } = useRoute(ReadStaff, {});
  const assign = useAction(AssignDeskTask);
  const [personId, setPerson] = useState('');
  const officers = data?.officers.map((one) => ({ value: one.personId, label: one.personName })) ?? [];
  return (
    <>
      <Select
        aria-label={say({ zh: '指派给', en: 'Assign to' })}
        value={personId}
        onChange={setPerson}
        options={[{ value: '', label: say({ zh: '选择经办人', en: 'Choose an officer' }) }, ...officers]}
      />
      <Button
        disabled={!personId}
        loading={assign.isPending}
        onClick={() => assign.mutate({ params: { taskId }, version, body: { personId } })}
      >
        {say({ zh: '指派', en: 'Assign' })}
      </Button>
      <ProblemAlert error={assign.error} />
    </>
  );
}
