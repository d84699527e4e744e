import { Button, Tag } from 'antd';
import type { Delegation } from '../../../../workflows/shared/desk-roster.ts';
import { RevokeDelegation } from '../../../../workflows/shared/desk-staff-routes.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { useAction } from '../../api/use-route.ts';
import { listed, useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWhen } from '../../parts/when.tsx';
import { titleOf } from '../../procedures.ts';
import { useWho } from '../../session/who.ts';
import type { Staff } from './staff-page.tsx';

interface Props {
  readonly staff: Staff;
  readonly isLead: boolean;
}

/** Who acts for whom, until when, in what; ended early by whoever delegates, or the lead. */
export function Delegations({ staff, isLead }: Props) {
  const say = useText();
  const when = useWhen();
  const { personId } = useWho();
  const revoke = useAction(RevokeDelegation);
  return (
    <>
      <ProblemAlert error={revoke.error} />
      <DataTable
        caption={say({ zh: '委托代办', en: 'Delegations' })}
        rows={staff.delegations}
        rowKey={({ delegationId }) => delegationId}
        empty={say({ zh: '目前没有委托', en: 'Nobody acts for anybody' })}
        columns={[
          { title: say({ zh: '委托人', en: 'From' }), cell: ({ from }) => from.personName },
          { title: say({ zh: '受托人', en: 'To' }), cell: ({ to }) => to.personName },
          {
            title: say({ zh: '期间', en: 'Days' }),
            cell: when.period,
          },
          {
            title: say({ zh: '事项', en: 'Matters' }),
            cell: ({ workflows }) =>
              listed(
                workflows.map((workflow) => say(titleOf(workflow))),
                say,
              ),
          },
          {
            title: say({ zh: '状态', en: 'Status' }),
            cell: (delegation) => <State delegation={delegation} />,
          },
          {
            title: say({ zh: '操作', en: 'Change' }),
            cell: ({ delegationId, revokedAt, from, to }) =>
              !revokedAt &&
              (isLead || from.personId === personId) && (
                <Button
                  size="small"
                  loading={revoke.isPending}
                  onClick={() => revoke.mutate({ params: { delegationId } })}
                >
                  {say({ zh: '提前结束', en: 'End it now' })}{' '}
                  <span className="unseen">
                    {from.personName} → {to.personName}
                  </span>
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

function State({ delegation: { fromOn, revokedAt } }: { readonly delegation: Delegation }) {
  const say = useText();
  const todayOn = localDateOf(useNow());
  if (revokedAt) return <Tag>{say({ zh: '已结束', en: 'Ended' })}</Tag>;
  if (fromOn > todayOn) return <Tag color="processing">{say({ zh: '未开始', en: 'To come' })}</Tag>;
  return <Tag color="success">{say({ zh: '有效', en: 'In force' })}</Tag>;
}
