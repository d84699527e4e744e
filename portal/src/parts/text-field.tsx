import { Input } from 'antd';
import { Field } from './field.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults?: readonly string[];
  readonly type?: string;
  readonly help?: string | undefined;
  readonly optional?: boolean;
  /** Said after the value: 万元. */
  readonly unit?: string;
  /** Several lines. */
  readonly rows?: number;
  readonly maxLength?: number;
}

/** One line of text, or several, with its label, help and faults. */
export function TextField({ label, value, onChange, faults, help, optional = false, ...input }: Props) {
  const { type = 'text', unit, rows, maxLength } = input;
  return (
    <Field label={label} help={help} optional={optional} faults={faults ?? []}>
      {(control) =>
        rows ? (
          <Input.TextArea
            {...control}
            rows={rows}
            maxLength={maxLength}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Input
            {...control}
            type={type}
            suffix={unit}
            maxLength={maxLength}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
