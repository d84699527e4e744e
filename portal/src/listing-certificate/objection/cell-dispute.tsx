import { useText } from '../../language.tsx';
import { Checks } from '../../parts/checks.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWhen } from '../../parts/when.tsx';
import type { RecordedCell } from '../report/report.ts';
import type { ObjectionDraft } from './draft.ts';

interface Props {
  readonly cell: RecordedCell;
  readonly fieldName: string;
  readonly dispute: ObjectionDraft['cells'][string];
  readonly faults: readonly string[];
  readonly onChange: (dispute: ObjectionDraft['cells'][string]) => void;
}

/** What the report lists of one entity in one field: which of it is disputed, and why. */
export function CellDispute({ cell, fieldName, dispute, faults, onChange }: Props) {
  const say = useText();
  const when = useWhen();
  const title = `${cell.entityName} · ${fieldName}`;
  return (
    <fieldset>
      <legend>{title}</legend>
      <Checks
        stacked
        label={say({ zh: '有异议的记录', en: 'Records you dispute' })}
        chosen={dispute.documentNumbers}
        options={cell.records.map(({ documentNumber, decidedOn, authority, outcome }) => ({
          value: documentNumber,
          label: `${documentNumber} · ${when.date(decidedOn)} · ${authority} · ${outcome}`,
        }))}
        onChange={(documentNumbers) => onChange({ ...dispute, documentNumbers })}
      />
      {dispute.documentNumbers.length > 0 && (
        <TextField
          label={say({ zh: '异议理由', en: 'Why' })}
          rows={3}
          maxLength={2000}
          value={dispute.reason}
          faults={faults}
          onChange={(reason) => onChange({ ...dispute, reason })}
        />
      )}
    </fieldset>
  );
}
