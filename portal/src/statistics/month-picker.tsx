import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { useClock } from '../shell/clock-bar.tsx';

export interface Months {
  readonly fromMonth: string;
  readonly toMonth: string;
}

/** The months asked for, as they stand in the address; this month unless told. */
export function useMonths() {
  const [search, setSearch] = useSearchParams();
  const { data: clock } = useClock();
  const present = localDateOf(clock ? new Date(clock.now) : new Date()).slice(0, 7);
  const months: Months = {
    fromMonth: search.get('from') ?? present,
    toMonth: search.get('to') ?? present,
  };
  const setMonths = ({ fromMonth, toMonth }: Months) =>
    setSearch({ from: fromMonth, to: toMonth < fromMonth ? fromMonth : toMonth }, { replace: true });
  return { months, setMonths };
}

interface Props {
  readonly months: Months;
  readonly onChange: (months: Months) => void;
}

export function MonthPicker({ months, onChange }: Props) {
  const say = useText();
  const month = (name: keyof Months, label: string) => (
    <Field label={label} optional>
      {(control) => (
        <Input
          {...control}
          type="month"
          value={months[name]}
          onChange={({ target }) => target.value && onChange({ ...months, [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid filters">
      {month('fromMonth', say({ zh: '起始月份', en: 'From' }))}
      {month('toMonth', say({ zh: '截止月份', en: 'To' }))}
    </div>
  );
}
