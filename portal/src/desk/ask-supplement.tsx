import { Button, Input, InputNumber } from 'antd';
import { AskSupplement } from '../../../workflows/shared/supplement-routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { Checks } from '../parts/checks.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Select } from '../parts/select.tsx';
import { Upload } from '../parts/upload.tsx';
import type { UploadedFile } from '../parts/uploaded-file.ts';
import { useFields } from '../parts/use-fields.ts';
import { usePartNames } from '../parts/use-part-names.ts';
import type { OpenedTask } from './task-page.tsx';

const USUAL_WORKING_DAYS = 5;
const NEW = {
  text: '',
  workingDays: USUAL_WORKING_DAYS,
  /** What waits for it; all where none is named. */
  partIds: [] as readonly string[],
  files: [] as readonly UploadedFile[],
};

/** Asks the applicant for what is missing; the department's clock stands still until it is answered. */
export function AskSupplementPanel({ task }: { readonly task: OpenedTask }) {
  const say = useText();
  const partName = usePartNames();
  const form = `ask.${task.taskId}`;
  const { fields, set, discard } = useFields(form, NEW);
  const { text, workingDays, files } = fields;
  const partIds = fields.partIds.filter((partId) => task.openParts.includes(partId));
  const ask = useAction(AskSupplement, discard);
  if (task.supplementTemplates.length === 0) return null;
  return (
    <details className="panel">
      <summary>
        {say({ zh: '要求企业补正（办理时限暂停）', en: 'Ask for a supplement (the clock stops)' })}
      </summary>
      <Field label={say({ zh: '常用文本', en: 'Template' })} optional>
        {(control) => (
          <Select
            {...control}
            value=""
            onChange={(id) => {
              const template = task.supplementTemplates.find((one) => one.id === id);
              if (template) set({ text: [text, say(template.text)].filter(Boolean).join('\n') });
            }}
            options={[
              { value: '', label: say({ zh: '选择后填入下方', en: 'Chosen, it goes below' }) },
              ...task.supplementTemplates.map((one) => ({
                value: one.id,
                label: say(one.text).slice(0, 60),
              })),
            ]}
          />
        )}
      </Field>
      <Field label={say({ zh: '需要补正的内容，每行一项', en: 'What is missing, one thing on each line' })}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            value={text}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </Field>
      {task.openParts.length > 1 && (
        <Checks
          label={say({
            zh: '涉及的内容（不选则全部等待补正；所选之外的逾期后照常办理）',
            en: 'What waits for it (all where none is chosen; if it does not come, the rest goes on)',
          })}
          options={task.openParts.map((partId) => ({ value: partId, label: partName(partId) }))}
          chosen={partIds}
          onChange={(chosen) => set({ partIds: chosen })}
        />
      )}
      <Upload
        form={form}
        label={say({ zh: '选择给企业的附件（可不选）', en: 'Choose files for the applicant (optional)' })}
        help={say({ zh: '如需填写的表格、样例', en: 'a form to fill in, an example' })}
        files={files}
        onChange={(next) => set((before) => ({ files: next(before.files) }))}
      />
      <Field label={say({ zh: '企业补正时限（工作日）', en: 'Working days for the applicant' })}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            value={workingDays}
            onChange={(days) => set({ workingDays: days ?? USUAL_WORKING_DAYS })}
          />
        )}
      </Field>
      <ProblemAlert error={ask.error} />
      <Button
        loading={ask.isPending}
        disabled={text.trim() === ''}
        onClick={() =>
          ask.mutate({
            params: { taskId: task.taskId },
            version: task.version,
            body: {
              items: linesOf(text).map((line) => ({ text: line, ...(partIds.length > 0 && { partIds }) })),
              workingDays,
              attachmentIds: files.map(({ attachmentId }) => attachmentId),
            },
          })
        }
      >
        {say({ zh: '发出补正要求', en: 'Ask for it' })}
      </Button>
    </details>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
