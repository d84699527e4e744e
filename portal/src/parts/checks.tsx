import { Checkbox } from 'antd';

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (chosen: string[]) => void;
  readonly faults?: readonly string[];
  /** One on each line, for long names. */
  readonly stacked?: boolean;
}

/** Any of several, as a group of boxes with one name. */
export function Checks({ label, chosen, options, onChange, faults = [], stacked = false }: Props) {
  return (
    <fieldset className="plain">
      <legend>{label}</legend>
      <div className={stacked ? 'stacked' : 'checks'}>
        {options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
      {faults.length > 0 && <span className="fault">{faults.join('；')}</span>}
    </fieldset>
  );
}
