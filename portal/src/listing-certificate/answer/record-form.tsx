import { Button, Checkbox, Input } from 'antd';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import type { DraftRecord } from './answer-draft.ts';

export const RECORD_FIELDS = [
  { name: 'documentNumber', type: 'text', label: { zh: '文书号', en: 'Document number' } },
  { name: 'decidedOn', type: 'date', label: { zh: '决定日期', en: 'Decided on' } },
  { name: 'authority', type: 'text', label: { zh: '决定机关', en: 'Authority' } },
  { name: 'behaviourKind', type: 'text', label: { zh: '行为种类', en: 'Kind of behaviour' } },
  { name: 'outcome', type: 'text', label: { zh: '处理结果', en: 'Outcome' } },
] as const;

interface Props {
  readonly record: DraftRecord;
  readonly onChange: (record: DraftRecord) => void;
  readonly onRemove: () => void;
}

export function RecordForm({ record, onChange, onRemove }: Props) {
  const say = useText();
  return (
    <div className="grid">
      {RECORD_FIELDS.map(({ name, type, label }) => (
        <Field key={name} label={say(label)}>
          {(control) => (
            <Input
              {...control}
              type={type}
              value={record[name]}
              onChange={({ target }) => onChange({ ...record, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <p className="row">
        <Checkbox
          checked={record.repaired}
          onChange={({ target }) => onChange({ ...record, repaired: target.checked })}
        >
          {say({ zh: '已修复', en: 'Repaired' })}
        </Checkbox>
        <Button onClick={onRemove}>{say({ zh: '移除记录', en: 'Remove' })}</Button>
      </p>
    </div>
  );
}
