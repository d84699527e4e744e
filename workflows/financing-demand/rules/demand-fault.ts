import type { Bilingual } from '../../shared/bilingual.ts';
import type { Fault } from '../../shared/fault.ts';

/** The words of every fault a rule of this procedure finds. The key is the stable code a program may match on. */
const WORDS = {
  'uscc-wrong': () => ({
    zh: '统一社会信用代码不正确（GB 32100-2015）',
    en: 'The unified social credit code is wrong (GB 32100-2015)',
  }),
  'applicant-not-the-caller': () => ({
    zh: '申请企业不是登录企业',
    en: 'The applicant is not the enterprise that is logged in',
  }),
  'applicant-name-differs': () => ({
    zh: '申请企业名称与登录企业名称不一致',
    en: 'The name of the applicant is not the name of the enterprise that is logged in',
  }),
  'not-in-catalogue': (id: unknown) => ({
    zh: `目录中没有：${id}`,
    en: `The catalogue has no such entry: ${id}`,
  }),
  'range-reversed': () => ({ zh: '下限高于上限', en: 'The lower end is above the upper end' }),
  'amount-too-small': (fen: unknown) => ({
    zh: `金额低于下限（${Number(fen) / 100}元）`,
    en: `The amount is below ${Number(fen) / 100} yuan`,
  }),
  'amount-too-large': (fen: unknown) => ({
    zh: `金额高于上限（${Number(fen) / 100}元）`,
    en: `The amount is above ${Number(fen) / 100} yuan`,
  }),
  'term-too-long': (months: unknown) => ({
    zh: `期限最长${months}个月`,
    en: `The term is longer than ${months} months`,
  }),
  duplicate: () => ({ zh: '重复', en: 'It stands twice' }),
  'too-many': (maximum: unknown) => ({ zh: `最多${maximum}项`, en: `At most ${maximum}` }),
  'first-loan-with-loans': () => ({
    zh: '首贷企业不应有现有贷款',
    en: 'A first loan, and yet there are existing loans',
  }),
  'date-past': () => ({ zh: '日期早于今天', en: 'The date is before today' }),
  'date-future': () => ({ zh: '日期晚于今天', en: 'The date is after today' }),
  'validity-too-long': (days: unknown) => ({
    zh: `有效期最长${days}天`,
    en: `The validity is longer than ${days} days`,
  }),
  'needed-after-validity': () => ({
    zh: '需用日期晚于需求有效期',
    en: 'The money is needed only after the demand has ended',
  }),
  'institution-unknown': (id: unknown) => ({
    zh: `没有此机构：${id}`,
    en: `There is no such institution: ${id}`,
  }),
  'grant-ends-before-it-begins': () => ({
    zh: '授权结束时间不晚于开始时间',
    en: 'The grant ends before it begins',
  }),
  'grant-unknown': (grantId: unknown) => ({
    zh: `没有编号为${grantId}的授权`,
    en: `There is no grant ${grantId}`,
  }),
  'grant-withdrawn': () => ({ zh: '该授权已经撤回', en: 'The grant was withdrawn before' }),
  'identity-not-requested': () => ({
    zh: '该机构没有请求了解身份',
    en: 'The institution did not ask who the enterprise is',
  }),
  'identity-not-in-consent': () => ({
    zh: '现有授权不含主体信息，请先追加授权',
    en: 'No grant in force gives this institution the identity: give one first',
  }),
  'grant-over': () => ({ zh: '授权已经结束', en: 'The grant is over already' }),
} as const satisfies Record<string, (detail: unknown) => Bilingual>;

export type DemandFaultCode = keyof typeof WORDS;

/** One fault at a place of the request (RFC 6901 pointer). */
export function demandFault(pointer: string, code: DemandFaultCode, detail?: unknown): Fault {
  return { pointer, code, ...WORDS[code](detail) };
}
