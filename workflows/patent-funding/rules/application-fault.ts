import type { Bilingual } from '../../shared/bilingual.ts';
import type { Fault } from '../../shared/fault.ts';

/** The words of every fault an application may have. The key is the stable code a program may match on. */
const WORDS = {
  'programme-unknown': { zh: '没有这个资助项目，或尚未生效', en: 'There is no such programme in effect' },
  'account-not-the-applicants': {
    zh: '收款账户户名与申请企业名称不一致',
    en: 'The account is not held by the applicant',
  },
  'patents-too-many': { zh: '专利件数超过本项目上限', en: 'More patents than the programme takes at once' },
  'patent-number-malformed': {
    zh: '专利申请号应为12位数字加1位校验位（2003年10月起）',
    en: 'An application number has 12 digits and a check digit (since October 2003)',
  },
  'patent-number-check-digit': {
    zh: '专利申请号校验位不正确',
    en: 'The check digit of the application number is wrong',
  },
  'patent-twice': { zh: '同一专利在申请中重复出现', en: 'The patent stands twice in the application' },
  'granted-in-the-future': { zh: '授权日期晚于今天', en: 'Granted after today' },
  'granted-before-filing': {
    zh: '授权日期早于申请号所示的申请年份',
    en: 'Granted before the year in which the number says it was filed',
  },
  'received-more-than-paid': {
    zh: '已获其他资助金额超过所缴官方费用',
    en: 'More was received elsewhere than was paid in official fees',
  },
} as const satisfies Record<string, Bilingual>;

export type ApplicationFaultCode = keyof typeof WORDS;

/** One fault at a place of the request (RFC 6901 pointer); `about` is what was found there. */
export function applicationFault(pointer: string, code: ApplicationFaultCode, about = ''): Fault {
  const { zh, en } = WORDS[code];
  if (about === '') return { pointer, code, zh, en };
  return { pointer, code, zh: `${zh}（${about}）`, en: `${en} (${about})` };
}
