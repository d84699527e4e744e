import { Button } from 'antd';
import { PatentKind } from '../../../../../workflows/patent-funding/programme.ts';
import { useText } from '../../../language.tsx';
import { options } from '../../../parts/options.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { KIND } from '../../words.ts';
import { amountPointer, type DraftBudget } from './draft.ts';
import type { FormProps } from './form-props.ts';

const YEAR_END = {
  lapse: { zh: '收回', en: 'It lapses' },
  carry: { zh: '结转下年', en: 'It is carried on' },
} as const;

/** What is given for what, up to where, and out of which budgets. */
export function MoneyFields({ draft, set, faultsAt }: FormProps) {
  const say = useText();
  const unit = say({ zh: '元', en: 'yuan' });
  return (
    <fieldset>
      <legend>{say({ zh: '金额与预算', en: 'Amounts and budgets' })}</legend>
      <div className="grid">
        {PatentKind.options.map((kind) => (
          <TextField
            key={kind}
            optional
            label={say(
              { zh: '每件{kind}（不填为不资助）', en: '{kind}, each (empty: not funded)' },
              { kind: say(KIND[kind]) },
            )}
            unit={unit}
            value={draft.amounts[kind]}
            faults={faultsAt(amountPointer(draft, kind))}
            onChange={(text) => set({ amounts: { ...draft.amounts, [kind]: text } })}
          />
        ))}
        <TextField
          label={say({ zh: '各级资助占官方费用上限', en: 'All levels together, of the official fees' })}
          unit="%"
          value={draft.feeShare}
          faults={faultsAt('/feeShareBasisPoints')}
          onChange={(feeShare) => set({ feeShare })}
        />
        <TextField
          label={say({ zh: '每家企业每年上限', en: 'Cap of an enterprise in a year' })}
          unit={unit}
          value={draft.enterpriseYearCap}
          faults={faultsAt('/enterpriseYearCapFen')}
          onChange={(enterpriseYearCap) => set({ enterpriseYearCap })}
        />
        <SelectField
          label={say({ zh: '年终结余', en: 'Left over at the end of a year' })}
          value={draft.yearEnd}
          options={options(YEAR_END, say)}
          onChange={(yearEnd) => set({ yearEnd })}
        />
      </div>
      {faultsAt('/amounts').map((text) => (
        <p key={text} className="fault">
          {text}
        </p>
      ))}
      <Budgets draft={draft} set={set} faultsAt={faultsAt} />
    </fieldset>
  );
}

function Budgets({ draft: { budgets }, set, faultsAt }: FormProps) {
  const say = useText();
  const put = (at: number, next: Partial<DraftBudget>) =>
    set({ budgets: budgets.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  return (
    <>
      {faultsAt('/budgets').map((text) => (
        <p key={text} className="fault">
          {text}
        </p>
      ))}
      {budgets.map((budget, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else that stays while it is written
        <div className="grid" key={index}>
          <TextField
            label={say({ zh: '预算年度', en: 'Year of the budget' })}
            value={budget.year}
            faults={faultsAt(`/budgets/${index}/year`)}
            onChange={(year) => put(index, { year })}
          />
          <TextField
            label={say({ zh: '安排金额', en: 'Allotted' })}
            unit={say({ zh: '元', en: 'yuan' })}
            value={budget.allotted}
            faults={faultsAt(`/budgets/${index}/allottedFen`)}
            onChange={(allotted) => put(index, { allotted })}
          />
          <p>
            <Button onClick={() => set({ budgets: budgets.filter((_, at) => at !== index) })}>
              {say({ zh: '移除该年度', en: 'Remove this year' })}
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button onClick={() => set({ budgets: [...budgets, { year: '', allotted: '' }] })}>
          {say({ zh: '添加年度', en: 'Add a year' })}
        </Button>
      </p>
    </>
  );
}
