import type { ReactNode } from 'react';
import type { DemandSeen } from '../../../../workflows/financing-demand/demand-seen.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';
import { wan } from '../../parts/money.ts';
import { useWhen } from '../../parts/when.tsx';
import { useNames } from '../use-catalogue.ts';
import { CREDIT_GRADE, DATA_GROUP } from '../words.ts';

/** What the consent gives beside the demand. */
export function SeenFacts({ seen }: { readonly seen: DemandSeen }) {
  const say = useText();
  const when = useWhen();
  const names = useNames();
  const { identity, tax, patents, ladder, certificates } = seen;
  const insured = seen['social-security'];
  const facts: { readonly name: Bilingual; readonly value: ReactNode }[] = [
    ...(identity
      ? [
          { name: DATA_GROUP.identity, value: `${identity.name} · ${identity.uscc}` },
          {
            name: { zh: '联系人', en: 'Contact' },
            value: [identity.contact.name, identity.contact.phone, identity.contact.email]
              .filter(Boolean)
              .join(' · '),
          },
        ]
      : []),
    ...(tax
      ? [
          {
            name: { zh: '纳税信息（企业申报）', en: 'Tax, as declared' },
            value: say(
              {
                zh: '{year} 年销售收入 {sales} 万元，实缴税款 {paid} 万元{grade}',
                en: '{year}: sales {sales}, tax paid {paid} (10,000 yuan){grade}',
              },
              {
                year: tax.year,
                sales: wan(tax.salesFen),
                paid: wan(tax.taxPaidFen),
                grade: tax.creditGrade
                  ? say({ zh: '，信用等级 ', en: ', grade ' }) + say(CREDIT_GRADE[tax.creditGrade])
                  : '',
              },
            ),
          },
        ]
      : []),
    ...(insured
      ? [
          {
            name: { zh: '社保信息（企业申报）', en: 'Social security, as declared' },
            value: say({ zh: '参保 {n} 人', en: '{n} insured persons' }, { n: insured.insuredPersons }),
          },
        ]
      : []),
    ...(patents
      ? [
          {
            name: DATA_GROUP.patents,
            value: say({ zh: '平台资助专利 {n} 件', en: '{n} patents funded' }, { n: patents.funded }),
          },
        ]
      : []),
    ...(ladder
      ? [
          {
            name: DATA_GROUP.ladder,
            value: `${say(names.of('ladderLevels', ladder.level))} · ${say({ zh: '有效期至 {on}', en: 'valid until {on}' }, { on: when.date(ladder.validUntilOn) })}`,
          },
        ]
      : []),
    ...(certificates
      ? [
          {
            name: DATA_GROUP.certificates,
            value: (
              <>
                {say({ zh: '有效 {n} 份', en: '{n} valid' }, { n: certificates.valid })}
                {certificates.numbers?.map((number) => (
                  <a key={number} href={`/verify/${number}`}>
                    {' '}
                    {number}
                  </a>
                ))}
              </>
            ),
          },
        ]
      : []),
  ];
  if (facts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '授权展示的信息', en: 'What the consent shows' })}</h2>
      <dl className="facts">
        {facts.map(({ name, value }) => (
          <div key={name.en} className="fact">
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
