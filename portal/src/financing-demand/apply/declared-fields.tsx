import { useText } from '../../language.tsx';
import { options } from '../../parts/options.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { CREDIT_GRADE } from '../words.ts';
import type { Draft } from './draft.ts';
import type { FormProps } from './form.ts';

/** Figures that the enterprise declares of itself, shown only to whom the consent gives their group. */
export function DeclaredFields({ draft, change, faultsAt }: FormProps) {
  const say = useText();
  const setTax = (next: Partial<Draft['tax']>) =>
    change((before) => ({ ...before, tax: { ...before.tax, ...next } }));
  const unit = say({ zh: '万元', en: '10,000 yuan' });
  return (
    <fieldset>
      <legend>
        {say({ zh: '自行申报的信息（可不填）', en: 'What you declare of yourself (optional)' })}
      </legend>
      <p className="quiet">
        {say({
          zh: '仅展示给授权中勾选“纳税信息”“社保信息”的机构，并注明为企业申报。',
          en: 'Shown, as declared, only to whom the consent gives tax or social security.',
        })}
      </p>
      <div className="grid">
        <TextField
          optional
          label={say({ zh: '纳税年度', en: 'Tax year' })}
          value={draft.tax.year}
          faults={faultsAt('/declared/tax/year')}
          onChange={(year) => setTax({ year })}
        />
        <TextField
          optional
          label={say({ zh: '销售收入', en: 'Sales' })}
          unit={unit}
          value={draft.tax.sales}
          faults={faultsAt('/declared/tax/salesFen')}
          onChange={(sales) => setTax({ sales })}
        />
        <TextField
          optional
          label={say({ zh: '实缴税款', en: 'Tax paid' })}
          unit={unit}
          value={draft.tax.paid}
          faults={faultsAt('/declared/tax/taxPaidFen')}
          onChange={(paid) => setTax({ paid })}
        />
        <SelectField
          optional
          label={say({ zh: '纳税信用等级', en: 'Tax credit grade' })}
          value={draft.tax.grade}
          options={[{ value: '', label: say({ zh: '不填', en: 'Not told' }) }, ...options(CREDIT_GRADE, say)]}
          onChange={(grade) => setTax({ grade })}
        />
        <TextField
          optional
          label={say({ zh: '参保人数', en: 'Insured persons' })}
          value={draft.insuredPersons}
          faults={faultsAt('/declared/social-security/insuredPersons')}
          onChange={(insuredPersons) => change((before) => ({ ...before, insuredPersons }))}
        />
      </div>
    </fieldset>
  );
}
