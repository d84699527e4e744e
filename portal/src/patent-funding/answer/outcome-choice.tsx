import { Input, Radio } from 'antd';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import type { ReviewDraft } from './review-draft.ts';

interface Props {
  readonly draft: ReviewDraft;
  readonly change: (next: (before: ReviewDraft) => ReviewDraft) => void;
  readonly faults: readonly Fault[];
}

/** Approved or refused; a refusal has its reason. */
export function OutcomeChoice({ draft, change, faults }: Props) {
  const say = useText();
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '审核结论', en: 'Decision' })}</legend>
        <Radio.Group
          className="stacked"
          value={draft.outcome}
          options={[
            {
              value: 'approved',
              label: say({ zh: '通过（标记“不予资助”的除外）', en: 'Approved, but for what is left out' }),
            },
            { value: 'refused', label: say({ zh: '不予通过', en: 'Refused' }) },
          ]}
          onChange={({ target }) => change((before) => ({ ...before, outcome: target.value }))}
        />
      </fieldset>
      {draft.outcome === 'refused' && (
        <Field
          label={say({ zh: '不予通过的理由（申请企业可见）', en: 'Reason, which the applicant reads' })}
          faults={faults.filter(({ pointer }) => pointer === '/reason').map((fault) => say(fault))}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={draft.reason}
              onChange={({ target }) => change((before) => ({ ...before, reason: target.value }))}
            />
          )}
        </Field>
      )}
    </>
  );
}
