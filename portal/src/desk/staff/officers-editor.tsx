import { Button } from 'antd';
import { ReplaceStaff } from '../../../../workflows/shared/desk-staff-routes.ts';
import type { Officer } from '../../../../workflows/shared/desk-task.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { OfficerTable } from './officer-table.tsx';
import type { Staff } from './staff-page.tsx';

interface Listed {
  readonly officers: readonly Officer[];
}

/** The list as its lead keeps it: it is replaced as a whole. */
export function OfficersEditor({ staff }: { readonly staff: Staff }) {
  const say = useText();
  const form = useFields<Listed>('officers', { officers: staff.officers });
  const { fields, set, discard } = form;
  const { officers } = fields;
  const replace = useAction(ReplaceStaff, discard);
  const isChanged = JSON.stringify(officers) !== JSON.stringify(staff.officers);
  return (
    <>
      <ChangedMeanwhile form={form} />
      <OfficerTable
        officers={officers}
        columns={[
          {
            title: say({ zh: '操作', en: 'Change' }),
            cell: ({ personId, personName }) => (
              <Button
                size="small"
                onClick={() => set((now) => ({ officers: without(now.officers, personId) }))}
              >
                {say({ zh: '移出名单', en: 'Take off' })} <span className="unseen">{personName}</span>
              </Button>
            ),
          },
        ]}
      />
      <AddOfficer
        onAdd={(added) => set((now) => ({ officers: [...without(now.officers, added.personId), added] }))}
      />
      <ProblemAlert error={replace.error} />
      {isChanged && (
        <div className="bar">
          <span role="status">{say({ zh: '名单尚未保存', en: 'The list is not saved yet' })}</span>
          <span className="row tight">
            <Button onClick={discard}>{say({ zh: '放弃更改', en: 'Undo' })}</Button>
            <Button
              type="primary"
              loading={replace.isPending}
              disabled={form.isOutdated}
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

const without = (all: readonly Officer[], personId: string) => all.filter((one) => one.personId !== personId);

const NOBODY: Officer = { personId: '', personName: '' };

function AddOfficer({ onAdd }: { readonly onAdd: (officer: Officer) => void }) {
  const say = useText();
  const { fields, set, discard } = useFields('officer', NOBODY);
  const added = { personId: fields.personId.trim(), personName: fields.personName.trim() };
  return (
    <fieldset className="spaced-above">
      <legend>{say({ zh: '添加经办人', en: 'Add an officer' })}</legend>
      <div className="grid">
        <TextField
          label={say({ zh: '姓名', en: 'Name' })}
          maxLength={100}
          value={fields.personName}
          onChange={(personName) => set({ personName })}
        />
        <TextField
          label={say({ zh: '账号', en: 'Account' })}
          help={say({
            zh: '统一身份认证中的账号；账号相同则更新姓名',
            en: 'As the identity provider knows it; the same account again changes the name',
          })}
          maxLength={200}
          value={fields.personId}
          onChange={(personId) => set({ personId })}
        />
      </div>
      <p>
        <Button
          disabled={!added.personId || !added.personName}
          onClick={() => {
            onAdd(added);
            discard();
          }}
        >
          {say({ zh: '添加', en: 'Add' })}
        </Button>
      </p>
    </fieldset>
  );
}
