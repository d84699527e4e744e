import { describe, expect, it } from 'vitest';
import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import type { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { RuleId } from '../../../workflows/patent-funding/rule-id.ts';
import { assessPatent } from '../../../workflows/patent-funding/rules/assess-patent.ts';
import { APPLICANT, patent, programme, registered } from './samples.ts';

const closedByRule = {
  lastGrantOn: '2025-03-13',
  clause: { clause: '第五条', zh: '终止', en: 'ended' },
  source: 'a test',
};
const OTHER = '示范大学（虚构）';

/** docs/patents.md row by row: what is changed in a patent that passes, and every rule it then fails. */
const TABLE: readonly [
  string,
  { patent?: Partial<PatentRow>; registry?: Partial<RegistryRecord>; programme?: Partial<Programme> },
  readonly RuleId[],
][] = [
  ['passes as it is', {}, []],
  ['is of a kind without an amount', { patent: { kind: 'design' } }, ['kind-funded']],
  ['tells another grant date', { patent: { grantedOn: '2025-03-15' } }, ['grant-date-agrees']],
  ['is not granted yet', { registry: { grantedOn: undefined } }, ['grant-date-agrees', 'granted-in-window']],
  ['is granted on the first day of the window', { programme: { firstGrantOn: '2025-03-14' } }, []],
  ['is granted a day before', { programme: { firstGrantOn: '2025-03-15' } }, ['granted-in-window']],
  ['is granted on the last day of the window', { programme: { lastGrantOn: '2025-03-14' } }, []],
  ['is granted a day after', { programme: { lastGrantOn: '2025-03-13' } }, ['granted-in-window']],
  [
    'is granted on the day on which the programme ends by rule',
    { programme: { closedByRule: { ...closedByRule, lastGrantOn: '2025-03-14' } } },
    [],
  ],
  ['is granted after the programme ended by rule', { programme: { closedByRule } }, ['programme-open']],
  [
    'belongs to somebody else',
    { registry: { patentees: [OTHER] } },
    ['applicant-is-patentee', 'co-owners-waive'],
  ],
  ['has its patentee in wide characters', { registry: { patentees: [`　${APPLICANT}`] } }, []],
  ['has a co-owner who does not waive', { registry: { patentees: [APPLICANT, OTHER] } }, ['co-owners-waive']],
  [
    'has a co-owner who waives',
    { registry: { patentees: [APPLICANT, OTHER] }, patent: { coOwnersWaive: true } },
    [],
  ],
  ['is registered elsewhere', { registry: { address: '上海市浦东新区' } }, ['address-in-area']],
  [
    'tells an address elsewhere and the registry has none',
    { registry: { address: undefined }, patent: { address: '上海市浦东新区' } },
    ['address-in-area'],
  ],
  ['is pending', { registry: { legalStatus: 'pending' } }, ['in-force']],
  ['has lapsed', { registry: { legalStatus: 'lapsed' } }, ['in-force']],
  [
    'stands on the list of abnormal filings',
    { registry: { abnormal: { listedOn: '2025-10-09', list: 'a list' } } },
    ['not-abnormal'],
  ],
  ['tells no fees', { patent: { feesFen: 0 } }, ['fees-paid']],
  ['has no receipt', { patent: { receipts: [] } }, ['fees-paid']],
  ['has received its share elsewhere', { patent: { receivedElsewhereFen: 175_000 } }, ['below-fee-cap']],
  ['has received a fen less', { patent: { receivedElsewhereFen: 174_999 } }, []],
  [
    'fails many rules at once',
    {
      patent: { kind: 'design', receipts: [], grantedOn: '2025-03-15' },
      registry: { patentees: [APPLICANT, OTHER], legalStatus: 'lapsed', address: '上海市' },
    },
    ['kind-funded', 'grant-date-agrees', 'co-owners-waive', 'address-in-area', 'in-force', 'fees-paid'],
  ],
];

describe('a patent that', () => {
  it.each(TABLE)('%s fails exactly the rules the table says', (_, changed, expected) => {
    const failed = assessPatent({
      patent: patent(changed.patent),
      registered: registered(changed.registry),
      applicantName: APPLICANT,
      programme: programme(changed.programme),
    });
    expect(failed.map(({ ruleId }) => ruleId)).toEqual(expected);
  });

  it('the registry does not know fails that rule alone', () => {
    const failed = assessPatent({
      patent: patent({ kind: 'design' }),
      registered: undefined,
      applicantName: APPLICANT,
      programme: programme(),
    });
    expect(failed.map(({ ruleId }) => ruleId)).toEqual(['registry-knows-patent']);
  });

  it('fails a rule is told its clause and what was found, in both languages', () => {
    const [failed] = assessPatent({
      patent: patent(),
      registered: registered({ patentees: [OTHER] }),
      applicantName: APPLICANT,
      programme: programme(),
    });
    expect(failed).toMatchObject({ clause: '第六条（一）', zh: expect.stringContaining(OTHER) });
    expect(failed?.en).toContain(OTHER);
  });
});

it('tests every rule that looks at one patent alone', () => {
  const tested = new Set(TABLE.flatMap(([, , expected]) => expected));
  const elsewhere = ['registry-knows-patent', 'not-funded-before', 'below-enterprise-cap'];
  expect([...tested, ...elsewhere].sort()).toEqual([...RuleId.options].sort());
});
