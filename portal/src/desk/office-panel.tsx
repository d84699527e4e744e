import { Input, InputNumber } from 'antd';
import { ReadStaff } from '../../../workflows/shared/desk-staff-routes.ts';
import { ExtendDeskTask, ReassignDeskTask } from '../../../workflows/shared/escalation-routes.ts';
import { useAction, useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { useFields } from '../parts/use-fields.ts';
import { CloseUnanswered } from './close-unanswered.tsx';
import type { OpenedTask } from './task-page.tsx';

const NEW = { reason: '', workingDays: 2, personId: '' };

/** 督办: what the office may do with an overdue task, each with its reason. */
export function OfficePanel({ task }: { readonly task: OpenedTask }) {
  const say = useText();
  const { fields, set, discard } = useFields(`office.${task.taskId}`, NEW);
  const { reason, workingDays, personId } = fields;
  const { data: staff } = useRoute(ReadStaff, { query: { department: task.departmentId } });
  const extend = useAction(ExtendDeskTask, discard);
  const reassign = useAction(ReassignDeskTask, discard);
  const at = { params: { taskId: task.taskId }, version: task.version };
  const why = (
    <Field label={say({ zh: '理由（记入审计）', en: 'Reason, for the audit' })}>
      {(control) => (
        <Input
          {...control}
          maxLength={500}
          value={reason}
          onChange={({ target }) => set({ reason: target.value })}
        />
      )}
    </Field>
  );
  return (
    <section className="panel">
      <h2>{say({ zh: '督办', en: 'Overdue: what the office may do' })}</h2>
      <div className="row">
        <ConfirmButton
          label={say({ zh: '延期', en: 'Extend' })}
          question={say({ zh: '只能延期一次，从明天起计算。', en: 'Once only, counted from tomorrow.' })}
          pending={extend.isPending}
          error={extend.error}
          onConfirm={() => extend.mutateAsync({ ...at, body: { workingDays, reason } })}
        >
          <Field label={say({ zh: '工作日', en: 'Working days' })}>
            {(control) => (
              <InputNumber
                {...control}
                min={1}
                value={workingDays}
                onChange={(days) => set({ workingDays: days ?? 1 })}
              />
            )}
          </Field>
          {why}
        </ConfirmButton>
        <ConfirmButton
          label={say({ zh: '改派', en: 'Reassign' })}
          question={say({ zh: '改派给该部门的指定经办人。', en: 'To a named officer of the department.' })}
          pending={reassign.isPending}
          error={reassign.error}
          onConfirm={() => reassign.mutateAsync({ ...at, body: { personId, reason } })}
        >
          <Field label={say({ zh: '经办人', en: 'Officer' })}>
            {(control) => (
              <Select
                {...control}
                value={personId}
                onChange={(chosen) => set({ personId: chosen })}
                options={[
                  { value: '', label: say({ zh: '请选择', en: 'Choose' }) },
                  ...(staff?.officers.map((one) => ({ value: one.personId, label: one.personName })) ?? []),
                ]}
              />
            )}
          </Field>
          {why}
        </ConfirmButton>
        <CloseUnanswered task={task} reason={reason} onClosed={discard}>
          {why}
        </CloseUnanswered>
      </div>
    </section>
  );
}
