import { Checkbox } from 'antd';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';
import { Checks } from '../../parts/checks.tsx';
import { wan } from '../../parts/money.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { Draft } from './draft.ts';
import type { FormProps } from './form.ts';

type Terms = Draft['terms'];
type TextName = { [K in keyof Terms]: Terms[K] extends string ? K : never }[keyof Terms];

/** What is wanted: every institution sees it whom the consent names. */
export function TermsFields({ draft: { terms }, change, faultsAt, rules: { catalogue } }: FormProps) {
  const say = useText();
  const set = (next: Partial<Terms>) =>
    change((before) => ({ ...before, terms: { ...before.terms, ...next } }));
  const text = (
    name: TextName,
    label: Bilingual,
    at: string,
    more: { unit?: Bilingual; type?: string } = {},
  ) => (
    <TextField
      label={say(label)}
      value={terms[name]}
      faults={faultsAt(`/terms/${at}`)}
      {...(more.type && { type: more.type })}
      {...(more.unit && { unit: say(more.unit) })}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const choice = (name: 'facility' | 'industry', label: Bilingual, entries: typeof catalogue.facilities) => (
    <SelectField
      label={say(label)}
      value={terms[name]}
      options={[
        ...(terms[name] ? [] : [{ value: '', label: say({ zh: '请选择', en: 'Choose' }) }]),
        ...entries.map(({ id, name: called }) => ({ value: id, label: say(called) })),
      ]}
      faults={faultsAt(`/terms/${name}`)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const flag = (name: 'firstLoan' | 'urgent' | 'partsAllowed', label: Bilingual) => (
    <p>
      <Checkbox checked={terms[name]} onChange={({ target }) => set({ [name]: target.checked })}>
        {say(label)}
      </Checkbox>
    </p>
  );
  return (
    <fieldset>
      <legend>{say({ zh: '融资需求', en: 'The demand' })}</legend>
      <p className="quiet">
        {say(
          {
            zh: '金额 {from} 万元至 {to} 万元，期限最长 {months} 个月，有效期最长 {days} 天。',
            en: 'From {from} to {to} (10,000 yuan), {months} months at most, valid for {days} days at most.',
          },
          {
            from: wan(catalogue.minimumAmountFen),
            to: wan(catalogue.maximumAmountFen),
            months: catalogue.maximumTermMonths,
            days: catalogue.maximumValidityDays,
          },
        )}
      </p>
      <div className="grid">
        {choice('facility', { zh: '融资类型', en: 'Facility' }, catalogue.facilities)}
        {text('amountFrom', { zh: '金额下限', en: 'Amount from' }, 'amountFromFen', { unit: WAN })}
        {text('amountTo', { zh: '金额上限', en: 'Amount to' }, 'amountToFen', { unit: WAN })}
        {text('termMonths', { zh: '期限', en: 'Term' }, 'termMonths', { unit: { zh: '个月', en: 'months' } })}
        {text(
          'highestRate',
          { zh: '可接受的最高年利率', en: 'Highest yearly rate' },
          'highestRateBasisPoints',
          {
            unit: { zh: '%', en: '%' },
          },
        )}
        {choice('industry', { zh: '所属行业', en: 'Industry' }, catalogue.industries)}
        {text('neededByOn', { zh: '最迟用款日期', en: 'Needed by' }, 'neededByOn', { type: 'date' })}
        {text('validUntilOn', { zh: '需求有效期至', en: 'Valid until' }, 'validUntilOn', { type: 'date' })}
      </div>
      <TextField
        label={say({ zh: '资金用途', en: 'Purpose' })}
        rows={2}
        maxLength={500}
        value={terms.purpose}
        faults={faultsAt('/terms/purpose')}
        onChange={(purpose) => set({ purpose })}
      />
      <Checks
        label={say({ zh: '可提供的担保（不选为信用）', en: 'Security offered (none: on credit alone)' })}
        chosen={terms.securities}
        options={catalogue.securities.map(({ id, name }) => ({ value: id, label: say(name) }))}
        faults={faultsAt('/terms/securities')}
        onChange={(securities) => set({ securities })}
      />
      {flag('firstLoan', { zh: '首次贷款', en: 'A first loan' })}
      {flag('urgent', { zh: '紧急需求：立即单独推送', en: 'Urgent: sent at once in a list of its own' })}
      {flag('partsAllowed', {
        zh: '允许多家机构各提供一部分',
        en: 'Several institutions may each give a part',
      })}
    </fieldset>
  );
}

const WAN: Bilingual = { zh: '万元', en: '10,000 yuan' };
