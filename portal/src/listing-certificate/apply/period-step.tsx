import { Input } from 'antd';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { options } from '../../parts/options.ts';
import { Select } from '../../parts/select.tsx';
import { BOARD, PURPOSE_KIND } from '../words.ts';
import type { FormProps } from './form.ts';

/** From when to when, and what for. */
export function PeriodStep({ draft, change, faultsAt, rules: { limits } }: FormProps) {
  const say = useText();
  const { period, purpose } = draft;
  const day = (name: 'fromOn' | 'toOn', label: string) => (
    <Field
      label={label}
      faults={[...faultsAt(`/period/${name}`), ...(name === 'fromOn' ? faultsAt('/period') : [])]}
    >
      {(control) => (
        <Input
          {...control}
          type="date"
          value={period[name]}
          onChange={({ target }) =>
            change((before) => ({ ...before, period: { ...before.period, [name]: target.value } }))
          }
        />
      )}
    </Field>
  );
  const choice = (name: 'kind' | 'board', label: string, words: typeof BOARD | typeof PURPOSE_KIND) => (
    <Field label={label} faults={faultsAt(`/purpose/${name}`)}>
      {(control) => (
        <Select
          {...control}
          value={purpose[name]}
          options={options(words, say)}
          onChange={(value) =>
            change((before) => ({ ...before, purpose: { ...before.purpose, [name]: value } }))
          }
        />
      )}
    </Field>
  );
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '核查期间（含首尾两日）', en: 'Period, both days included' })}</legend>
        <p className="quiet">
          {say(
            { zh: '最长 {n} 年，不得晚于今天。', en: 'At most {n} years, and not beyond today.' },
            { n: limits.maximumPeriodYears },
          )}
        </p>
        <div className="grid">
          {day('fromOn', say({ zh: '起始日期', en: 'From' }))}
          {day('toOn', say({ zh: '截止日期', en: 'To' }))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{say({ zh: '用途', en: 'Purpose' })}</legend>
        <div className="grid">
          {choice('kind', say({ zh: '用途', en: 'Kind' }), PURPOSE_KIND)}
          {choice('board', say({ zh: '上市板块', en: 'Board' }), BOARD)}
        </div>
      </fieldset>
    </>
  );
}
