import type { ControlProps } from './field.tsx';

interface Props extends Partial<ControlProps> {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly 'aria-label'?: string;
}

/** The browser's own list to choose from: known to every keyboard, phone and screen reader. */
export function Select({ value, options, onChange, ...control }: Props) {
  return (
    <select className="select" value={value} onChange={(event) => onChange(event.target.value)} {...control}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
