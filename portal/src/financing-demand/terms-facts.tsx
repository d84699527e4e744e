import type { DemandTerms } from '../../../workflows/financing-demand/contract.ts';
import { listed, useText } from '../language.tsx';
import { percent, wan } from '../parts/money.ts';
import { useWhen } from '../parts/when.tsx';
import { useNames } from './use-catalogue.ts';

/** What is wanted, in words. */
export function TermsFacts({ terms }: { readonly terms: DemandTerms }) {
  const say = useText();
  const when = useWhen();
  const names = useNames();
  const flags = [
    ...(terms.urgent ? [{ zh: '紧急', en: 'urgent' }] : []),
    ...(terms.firstLoan ? [{ zh: '首次贷款', en: 'a first loan' }] : []),
    ...(terms.partsAllowed ? [{ zh: '可由多家机构分担', en: 'parts allowed' }] : []),
  ];
  const facts = [
    {
      name: { zh: '金额', en: 'Amount' },
      value: say(
        { zh: '{from}～{to} 万元', en: '{from}–{to} (10,000 yuan)' },
        { from: wan(terms.amountFromFen), to: wan(terms.amountToFen) },
      ),
    },
    { name: { zh: '类型', en: 'Facility' }, value: say(names.of('facilities', terms.facility)) },
    { name: { zh: '用途', en: 'Purpose' }, value: terms.purpose },
    {
      name: { zh: '期限', en: 'Term' },
      value: say({ zh: '{n} 个月', en: '{n} months' }, { n: terms.termMonths }),
    },
    {
      name: { zh: '最高年利率', en: 'Highest yearly rate' },
      value: percent(terms.highestRateBasisPoints),
    },
    {
      name: { zh: '担保', en: 'Security' },
      value:
        listed(
          terms.securities.map((id) => say(names.of('securities', id))),
          say,
        ) || say({ zh: '信用', en: 'On credit alone' }),
    },
    { name: { zh: '行业', en: 'Industry' }, value: say(names.of('industries', terms.industry)) },
    { name: { zh: '最迟用款', en: 'Needed by' }, value: when.date(terms.neededByOn) },
    { name: { zh: '有效期至', en: 'Valid until' }, value: when.date(terms.validUntilOn) },
    {
      name: { zh: '现有贷款', en: 'Existing loans' },
      value:
        terms.existingLoans
          .map(({ lender, balanceFen, dueOn }) =>
            say(
              { zh: '{lender} {n} 万元（{on} 到期）', en: '{lender}: {n} (10,000 yuan) until {on}' },
              { lender, n: wan(balanceFen), on: when.date(dueOn) },
            ),
          )
          .join('；') || say({ zh: '无', en: 'None' }),
    },
    ...(flags.length > 0
      ? [
          {
            name: { zh: '其他', en: 'Also' },
            value: listed(
              flags.map((flag) => say(flag)),
              say,
            ),
          },
        ]
      : []),
  ];
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name.en} className="fact">
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
