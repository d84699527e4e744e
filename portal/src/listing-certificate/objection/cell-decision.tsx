import { Button, Radio } from 'antd';
import { useText } from '../../language.tsx';
import { options } from '../../parts/options.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { NO_RECORD_YET } from '../answer/answer-draft.ts';
import { RecordForm } from '../answer/record-form.tsx';
import { FINDING } from '../words.ts';
import type { DraftDecision } from './decision-draft.ts';
import { CELL_OUTCOME } from './words.ts';

interface Props {
  readonly decision: DraftDecision;
  readonly faultsAt: (path: string) => readonly string[];
  readonly onChange: (decision: DraftDecision) => void;
}

/** Whether what the report says in a cell stays; if not, what it says instead. */
export function CellDecisionForm({ decision, faultsAt, onChange }: Props) {
  const say = useText();
  const { outcome, reason, finding, records } = decision;
  const set = (next: Partial<DraftDecision>) => onChange({ ...decision, ...next });
  return (
    <>
      <Radio.Group
        className="stacked"
        aria-label={say({ zh: '复核结论', en: 'Decision' })}
        value={outcome}
        options={options(CELL_OUTCOME, say)}
        onChange={({ target }) => set({ outcome: target.value })}
      />
      {faultsAt('/outcome').map((fault) => (
        <p key={fault} className="fault">
          {fault}
        </p>
      ))}
      <TextField
        label={say({ zh: '理由（申请企业可见）', en: 'Reason, which the applicant reads' })}
        rows={2}
        maxLength={2000}
        value={reason}
        faults={faultsAt('/reason')}
        onChange={(text) => set({ reason: text })}
      />
      {outcome === 'upheld' && (
        <>
          <SelectField
            label={say({ zh: '更正为', en: 'The report says instead' })}
            value={finding}
            options={options(FINDING, say)}
            faults={faultsAt('/corrected')}
            onChange={(value) => set({ finding: value as DraftDecision['finding'] })}
          />
          {finding === 'records' && (
            <CorrectedRecords records={records} onChange={(next) => set({ records: [...next] })} />
          )}
        </>
      )}
    </>
  );
}

interface RecordsProps {
  readonly records: DraftDecision['records'];
  readonly onChange: (records: DraftDecision['records']) => void;
}

function CorrectedRecords({ records, onChange }: RecordsProps) {
  const say = useText();
  return (
    <>
      {records.map((record, index) => (
        <RecordForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a record has nothing else that stays while it is written
          key={index}
          record={record}
          onChange={(next) => onChange(records.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(records.filter((_, at) => at !== index))}
        />
      ))}
      <p>
        <Button onClick={() => onChange([...records, NO_RECORD_YET])}>
          {say({ zh: '添加记录', en: 'Add a record' })}
        </Button>
      </p>
    </>
  );
}
