import { Button } from 'antd';
import { MakeDelegation } from '../../../../workflows/shared/desk-staff-routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { Checks } from '../../parts/checks.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { PROCEDURES, titleOf } from '../../procedures.ts';
import { useWho } from '../../session/who.ts';
import type { Staff } from './staff-page.tsx';

interface Props {
  readonly staff: Staff;
  readonly isLead: boolean;
}

/** The procedures that put questions to officers. */
const DELEGABLE = Object.entries(PROCEDURES).flatMap(([workflow, { answer }]) => (answer ? [workflow] : []));

const blank = (personId: string) => ({
  fromPersonId: personId,
  toPersonId: '',
  fromOn: '',
  toOn: '',
  workflows: DELEGABLE,
});

/** Somebody acts for oneself from a day to a day; the lead may say so for every officer. */
export function Delegate({ staff, isLead }: Props) {
  const say = useText();
  const { personId, personName } = useWho();
  const { fields, set, discard } = useFields('delegation', blank(personId));
  const make = useAction(MakeDelegation, discard);
  const { fromPersonId, toPersonId, fromOn, toOn, workflows } = fields;
  const names = staff.officers.map((one) => ({ value: one.personId, label: one.personName }));
  const isListed = names.some(({ value }) => value === personId);
  const isWhole = toPersonId && fromOn && toOn && workflows.length > 0;
  return (
    <section className="panel spaced-above">
      <h3>
        {isLead
          ? say({ zh: '新增委托', en: 'New delegation' })
          : say({ zh: '委托他人代办', en: 'Let somebody act for you' })}
      </h3>
      <div className="grid">
        {isLead && (
          <SelectField
            label={say({ zh: '委托人', en: 'From' })}
            value={fromPersonId}
            onChange={(value) => set({ fromPersonId: value })}
            options={isListed ? names : [{ value: personId, label: personName }, ...names]}
          />
        )}
        <SelectField
          label={say({ zh: '受托人', en: 'To' })}
          value={toPersonId}
          onChange={(value) => set({ toPersonId: value })}
          options={[
            { value: '', label: say({ zh: '请选择', en: 'Choose' }) },
            ...names.filter(({ value }) => value !== fromPersonId),
          ]}
        />
        <TextField
          label={say({ zh: '起始日期', en: 'From the day' })}
          type="date"
          value={fromOn}
          onChange={(value) => set({ fromOn: value })}
        />
        <TextField
          label={say({ zh: '截止日期（含当日）', en: 'To the day, which counts' })}
          type="date"
          value={toOn}
          onChange={(value) => set({ toOn: value })}
        />
      </div>
      <Checks
        label={say({ zh: '委托的事项', en: 'Matters' })}
        chosen={workflows}
        options={DELEGABLE.map((workflow) => ({ value: workflow, label: say(titleOf(workflow)) }))}
        onChange={(chosen) => set({ workflows: chosen })}
      />
      <ProblemAlert error={make.error} />
      <Button
        type="primary"
        loading={make.isPending}
        disabled={!isWhole}
        onClick={() =>
          make.mutate({
            body: {
              ...{ toPersonId, fromOn, toOn, workflows },
              ...(fromPersonId !== personId && { fromPersonId }),
            },
          })
        }
      >
        {say({ zh: '委托', en: 'Delegate' })}
      </Button>
    </section>
  );
}
