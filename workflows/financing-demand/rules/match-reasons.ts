import type { Bilingual } from '../../shared/bilingual.ts';
import type { Reason } from '../match.ts';

/** The words of every reason for or against an institution. */
const WORDS = {
  'no-consent': () => ({
    zh: '授权范围不包括该机构',
    en: 'The consent does not name this institution',
  }),
  'no-product': () => ({ zh: '该机构尚未提供产品', en: 'The institution has given no products' }),
  'facility-other': () => ({
    zh: '该机构没有此类融资产品',
    en: 'The institution has no product of this kind',
  }),
  'amount-outside': () => ({
    zh: '需求金额不在产品额度范围内',
    en: 'The amount lies outside the range of the product',
  }),
  'region-outside': () => ({
    zh: '产品不在企业登记地办理',
    en: 'The product is not given where the enterprise is registered',
  }),
  'facility-same': () => ({ zh: '融资类型一致', en: 'The kind of financing is the same' }),
  'amount-whole': () => ({ zh: '额度可完全满足需求', en: 'The whole amount can be given' }),
  'amount-part': () => ({ zh: '额度只能部分满足需求', en: 'Only part of the amount can be given' }),
  'term-fits': () => ({ zh: '期限符合', en: 'The term fits' }),
  'term-outside': () => ({ zh: '期限不在产品范围内', en: 'The term lies outside that of the product' }),
  'rate-fits': () => ({ zh: '利率不高于可接受上限', en: 'The rate is within what is accepted' }),
  'rate-above': () => ({ zh: '最低利率高于可接受上限', en: 'The lowest rate is above what is accepted' }),
  'industry-fits': () => ({ zh: '行业符合', en: 'The industry fits' }),
  'industry-other': () => ({ zh: '产品面向其他行业', en: 'The product is meant for other industries' }),
  'ladder-fits': () => ({ zh: '培育层级符合', en: 'The level of the ladder fits' }),
  'ladder-other': () => ({
    zh: '产品面向特定培育层级的企业，或授权不含培育层级',
    en: 'The product is meant for certain levels of the ladder, or the consent does not tell the level',
  }),
  'security-fits': () => ({ zh: '担保方式符合', en: 'The security fits' }),
  'security-missing': () => ({ zh: '担保方式不符合', en: 'The security it asks for is not offered' }),
  'first-loan-fits': () => ({ zh: '接受首贷企业', en: 'It takes enterprises without a loan before' }),
  'first-loan-refused': () => ({ zh: '不接受首贷企业', en: 'It takes no enterprises without a loan before' }),
} as const satisfies Record<string, () => Bilingual>;

export function reason(about: Reason['about'], code: keyof typeof WORDS): Reason {
  return { about, ...WORDS[code]() };
}
