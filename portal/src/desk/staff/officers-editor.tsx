import { Button } from 'antd';
import { useState } from 'react';
import { ReplaceStaff } from '../../../../workflows/shared/desk-staff-routes.ts';
import type { Officer } from '../../../../workflows/shared/desk-task.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { OfficerTable } from './officer-table.tsx';
import type { Staff } from './staff-page.tsx';

/** The list as its lead keeps it: it is replaced as a whole. */
export function OfficersEditor({ staff }: { readonly staff: Staff }) {
  const say = useText();
  const [officers, setOfficers] = useState<readonly Officer[]>(staff.officers);
  const replace = useAction(ReplaceStaff);
  const isChanged = JSON.stringify(officers) !== JSON.stringify(staff.officers);
  return (
    <>
      <OfficerTable
        officers={officers}
        columns={[
          {
            title: say({ zh: '操作', en: 'Change' }),
            cell: ({ personId, personName }) => (
              <Button
                size="small"
                onClick={() => setOfficers((all) => all.filter((one) => one.personId !== personId))}
              >
                {say({ zh: '移出名单', en: 'Take off' })} <span className="unseen">{personName}</span>
              </Button>
            ),
          },
        ]}
      />
      <AddOfficer onAdd={(added) => setOfficers((all) => [...without(all, added), added])} />
      <ProblemAlert error={replace.error} />
      {isChanged && (
        <div className="bar">
          <span role="status">{say({ zh: '名单尚未保存', en: 'The list is not saved yet' })}</span>
          <span className="row tight">
            <Button onClick={() => setOfficers(staff.officers)}>{say({ zh: '放弃更改', en: 'Undo' })}</Button>
            <Button
              type="primary"
              loading={replace.isPending}
              onClick={() => replace.mutate({ version: staff.version, body: { officers: [...officers] } })}
            >
              {say({ zh: '保存名单', en: 'Save the list' })}
            </Button>
          </span>
        </div>
      )}
    </>
  );
}

const without = (all: readonly Officer[], { personId }: Officer) =>
  all.filter((one) => one.personId !== personId);

function AddOfficer({ onAdd }: { readonly onAdd: (officer: Officer) => void }) {
  const say = useText();
  const [personName, setName] = useState('');
  const [personId, setId] = useState('');
  const added = { personId: personId.trim(), personName: personName.trim() };
  return (
    <fieldset className="spaced-above">
      <legend>{say({ zh: '添加经办人', en: 'Add an officer' })}</legend>
      <div className="grid">
        <TextField
          label={say({ zh: '姓名', en: 'Name' })}
          maxLength={100}
          value={personName}
          onChange={setName}
        />
        <TextField
          label={say({ zh: '账号', en: 'Account' })}
          help={say({
            zh: '统一身份认证中的账号；账号相同则更新姓名',
            en: 'As the identity provider knows it; the same account again changes the name',
          })}
          maxLength={200}
          value={personId}
          onChange={setId}
        />
      </div>
      <p>
        <Button
          disabled={!added.personId || !added.personName}
          onClick={() => {
            onAdd(added);
            setName('');
            setId('');
          }}
        >
          {say({ zh: '添加', en: 'Add' })}
        </Button>
      </p>
    </fieldset>
  );
}
