import { Field } from './field.tsx';
import { Select } from './select.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly faults?: readonly string[];
  readonly optional?: boolean;
}

/** One of several, with its label and faults. */
export function SelectField({ label, value, options, onChange, faults = [], optional = false }: Props) {
  return (
    <Field label={label} optional={optional} faults={faults}>
      {(control) => <Select {...control} value={value} options={options} onChange={onChange} />}
    </Field>
  );
}
