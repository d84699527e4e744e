import { Button, Input } from 'antd';
import { useState } from 'react';
import { MakeDelegation, ReadStaff, RevokeDelegation } from '../../../workflows/shared/desk-staff-routes.ts';
import type { Output } from '../api/client.ts';
import { useAction, useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Field } from '../parts/field.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Select } from '../parts/select.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { PROCEDURES } from '../procedures.ts';
import { useWho } from '../session/who.ts';

type Staff = Output<typeof ReadStaff>;

/** The officers of the department, and who acts for whom. */
export function Component() {
  const say = useText();
  const staff = useRoute(ReadStaff, {});
  return (
    <>
      <PageTitle>{say({ zh: '人员与委托', en: 'Staff and delegations' })}</PageTitle>
      <Shown of={staff}>
        {(data) => (
          <>
            <h2>{say({ zh: '委托代办', en: 'Who acts for whom' })}</h2>
            <Delegations staff={data} />
            <Delegate staff={data} />
            <h2>{say({ zh: '经办人', en: 'Officers' })}</h2>
            <DataTable
              caption={say({ zh: '经办人', en: 'Officers' })}
              rows={data.officers}
              rowKey={({ personId }) => personId}
              empty={say({ zh: '部门负责人尚未维护名单', en: 'The lead has not kept a list yet' })}
              columns={[
                { title: say({ zh: '姓名', en: 'Name' }), cell: ({ personName }) => personName },
                { title: say({ zh: '账号', en: 'Account' }), cell: ({ personId }) => personId },
              ]}
            />
          </>
        )}
      </Shown>
    </>
  );
}

function Delegations({ staff }: { readonly staff: Staff }) {
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
        empty={say({ zh: '没有委托', en: 'None' })}
        columns={[
          { title: say({ zh: '委托人', en: 'From' }), cell: ({ from }) => from.personName },
          { title: say({ zh: '受托人', en: 'To' }), cell: ({ to }) => to.personName },
          {
            title: say({ zh: '期间', en: 'Days' }),
            cell: ({ fromOn, toOn }) => `${when.date(fromOn)} — ${when.date(toOn)}`,
          },
          {
            title: say({ zh: '状态', en: 'Status' }),
            cell: ({ delegationId, revokedAt, from }) =>
              revokedAt ? (
                say({ zh: '已撤销', en: 'Revoked' })
              ) : from.personId === personId ? (
                <Button size="small" onClick={() => revoke.mutate({ params: { delegationId } })}>
                  {say({ zh: '撤销', en: 'Revoke' })}
                </Button>
              ) : (
                say({ zh: '有效', en: 'In force' })
              ),
          },
        ]}
      />
    </>
  );
}

function Delegate({ staff }: { readonly staff: Staff }) {
  const say = useText();
  const { personId } = useWho();
  const make = useAction(MakeDelegation);
  const [toPersonId, setTo] = useState('');
  const [days, setDays] = useState({ fromOn: '', toOn: '' });
  const others = staff.officers.filter((one) => one.personId !== personId);
  const day = (name: 'fromOn' | 'toOn', label: string) => (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="date"
          value={days[name]}
          onChange={({ target }) => setDays({ ...days, [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <section className="panel">
      <h3>{say({ zh: '委托他人代办', en: 'Let somebody act for you' })}</h3>
      <div className="grid">
        <Field label={say({ zh: '受托人', en: 'To' })}>
          {(control) => (
            <Select
              {...control}
              value={toPersonId}
              onChange={setTo}
              options={[
                { value: '', label: say({ zh: '请选择', en: 'Choose' }) },
                ...others.map((one) => ({ value: one.personId, label: one.personName })),
              ]}
            />
          )}
        </Field>
        {day('fromOn', say({ zh: '起始日期', en: 'From' }))}
        {day('toOn', say({ zh: '截止日期', en: 'To' }))}
      </div>
      <ProblemAlert error={make.error} />
      <Button
        type="primary"
        loading={make.isPending}
        disabled={!toPersonId || !days.fromOn || !days.toOn}
        onClick={() => make.mutate({ body: { toPersonId, ...days, workflows: Object.keys(PROCEDURES) } })}
      >
        {say({ zh: '委托', en: 'Delegate' })}
      </Button>
    </section>
  );
}
