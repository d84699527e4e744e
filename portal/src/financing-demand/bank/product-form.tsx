import { Checkbox } from 'antd';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';
import { Checks } from '../../parts/checks.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { Rules } from '../use-catalogue.ts';
import type { DraftProduct } from './product-draft.ts';

const WAN = { zh: '万元', en: '10,000 yuan' };
const MONTHS = { zh: '个月', en: 'months' };

/** Lines of text: the draft's property, the contract's, and its words. */
const LINES = [
  { name: 'productId', at: 'productId', label: { zh: '产品编号', en: 'Product id' } },
  { name: 'name', at: 'name', label: { zh: '名称', en: 'Name' } },
  { name: 'amountFrom', at: 'amountFromFen', label: { zh: '金额下限', en: 'Amount from' }, unit: WAN },
  { name: 'amountTo', at: 'amountToFen', label: { zh: '金额上限', en: 'Amount to' }, unit: WAN },
  { name: 'termFrom', at: 'termMonthsFrom', label: { zh: '期限下限', en: 'Term from' }, unit: MONTHS },
  { name: 'termTo', at: 'termMonthsTo', label: { zh: '期限上限', en: 'Term to' }, unit: MONTHS },
  {
    name: 'rateFrom',
    at: 'rateFromBasisPoints',
    label: { zh: '最低年利率', en: 'Lowest yearly rate' },
    unit: { zh: '%', en: '%' },
  },
  {
    name: 'regions',
    at: 'regions',
    label: {
      zh: '适用地区代码（GB/T 2260，空格分隔；不填为全部）',
      en: 'Regions (GB/T 2260); none: everywhere',
    },
    optional: true,
  },
] as const satisfies readonly {
  readonly name: keyof DraftProduct;
  readonly at: string;
  readonly label: Bilingual;
  readonly unit?: Bilingual;
  readonly optional?: true;
}[];

interface Props {
  readonly product: DraftProduct;
  readonly rules: Rules;
  readonly faultsAt: (name: string) => readonly string[];
  readonly onChange: (product: DraftProduct) => void;
}

export function ProductForm({ product, rules: { catalogue }, faultsAt, onChange }: Props) {
  const say = useText();
  const groups = [
    { name: 'securities', label: { zh: '所需担保（任一即可；不选为信用）', en: 'Security asked for (any)' } },
    { name: 'industries', label: { zh: '适用行业（不选为全部）', en: 'Industries (none: all)' } },
    { name: 'ladderLevels', label: { zh: '适用梯度（不选为全部）', en: 'Ladder levels (none: all)' } },
  ] as const;
  return (
    <fieldset>
      <legend>{product.name || say({ zh: '新产品', en: 'New product' })}</legend>
      <div className="grid">
        {LINES.map((line) => (
          <TextField
            key={line.name}
            label={say(line.label)}
            optional={'optional' in line}
            {...('unit' in line && { unit: say(line.unit) })}
            value={product[line.name]}
            faults={faultsAt(line.at)}
            onChange={(value) => onChange({ ...product, [line.name]: value })}
          />
        ))}
        <SelectField
          label={say({ zh: '融资类型', en: 'Facility' })}
          value={product.facility}
          options={catalogue.facilities.map(({ id, name }) => ({ value: id, label: say(name) }))}
          faults={faultsAt('facility')}
          onChange={(facility) => onChange({ ...product, facility })}
        />
      </div>
      {groups.map(({ name, label }) => (
        <Checks
          key={name}
          label={say(label)}
          chosen={product[name]}
          options={catalogue[name].map(({ id, name: called }) => ({ value: id, label: say(called) }))}
          onChange={(chosen) => onChange({ ...product, [name]: chosen })}
        />
      ))}
      <p>
        <Checkbox
          checked={product.firstLoan}
          onChange={({ target }) => onChange({ ...product, firstLoan: target.checked })}
        >
          {say({ zh: '接受首次贷款的企业', en: 'Given to enterprises without any loan before' })}
        </Checkbox>
      </p>
    </fieldset>
  );
}
