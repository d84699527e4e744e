import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { SendMaterial } from '../../../workflows/shared/material-routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Select } from '../parts/select.tsx';
import { Upload } from '../parts/upload.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { useDraft } from '../parts/use-draft.ts';
import { emptyMessage, isMessage, type Message } from './message.ts';

/** Material of one's own accord, to every department that has not answered yet or to one of them. */
export function SendMaterialPanel({ found }: { readonly found: CaseView }) {
  const say = useText();
  const name = useDepartments();
  const { draft, change, discard } = useDraft<Message>(`material.${found.caseId}`, emptyMessage, isMessage);
  const [departmentId, setDepartment] = useState('');
  const send = useAction(SendMaterial, discard);
  const open = found.tasks.filter(({ status }) => status === 'OPEN');
  return (
    <section className="panel">
      <h2>{say({ zh: '主动补充材料', en: 'Send further material' })}</h2>
      <Field label={say({ zh: '发给', en: 'To' })}>
        {(control) => (
          <Select
            {...control}
            value={departmentId}
            onChange={setDepartment}
            options={[
              {
                value: '',
                label: say({ zh: '所有未答复的部门', en: 'Every department that has not answered' }),
              },
              ...open.map((task) => ({ value: task.departmentId, label: say(name(task.departmentId)) })),
            ]}
          />
        )}
      </Field>
      <Field label={say({ zh: '说明', en: 'What it is' })}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={5000}
            value={draft.text}
            onChange={({ target }) => change((before) => ({ ...before, text: target.value }))}
          />
        )}
      </Field>
      <Upload
        form={`material.${found.caseId}`}
        label={say({ zh: '选择附件', en: 'Choose files' })}
        files={draft.files}
        onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
      />
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        loading={send.isPending}
        disabled={draft.text.trim() === ''}
        onClick={() =>
          send.mutate({
            params: { caseId: found.caseId },
            body: {
              text: draft.text,
              attachmentIds: draft.files.map(({ attachmentId }) => attachmentId),
              ...(departmentId && { departmentId }),
            },
          })
        }
      >
        {say({ zh: '发送', en: 'Send' })}
      </Button>
    </section>
  );
}
