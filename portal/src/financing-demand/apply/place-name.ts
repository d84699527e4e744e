import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { Say } from '../../language.tsx';

const PLACES: Readonly<Record<string, Bilingual>> = {
  '/terms/facility': { zh: '融资类型', en: 'Facility' },
  '/terms/amountFromFen': { zh: '金额下限', en: 'Amount from' },
  '/terms/amountToFen': { zh: '金额上限', en: 'Amount to' },
  '/terms/termMonths': { zh: '期限', en: 'Term' },
  '/terms/highestRateBasisPoints': { zh: '可接受的最高年利率', en: 'Highest yearly rate' },
  '/terms/industry': { zh: '所属行业', en: 'Industry' },
  '/terms/neededByOn': { zh: '最迟用款日期', en: 'Needed by' },
  '/terms/validUntilOn': { zh: '需求有效期', en: 'Valid until' },
  '/terms/purpose': { zh: '资金用途', en: 'Purpose' },
  '/terms/existingLoans': { zh: '现有贷款', en: 'Existing loans' },
  '/declared/tax': { zh: '纳税信息', en: 'Tax' },
  '/declared/social-security': { zh: '社保信息', en: 'Social security' },
  '/contact/name': { zh: '联系人姓名', en: 'Name of the contact' },
  '/contact/phone': { zh: '联系人电话', en: 'Phone of the contact' },
  '/contact/email': { zh: '联系人邮箱', en: 'Mail of the contact' },
  '/consent/signature/signatory': { zh: '授权签署人', en: 'Signed by' },
  '/consent/signature/signedOn': { zh: '签署日期', en: 'Signed on' },
  '/consent/grants': { zh: '授权', en: 'Consent' },
};

/** What the place of a fault in a demand is called: the nearest that has a name. */
export function placeName(pointer: string, say: Say): string | undefined {
  const found = Object.entries(PLACES).find(([at]) => pointer === at || pointer.startsWith(`${at}/`));
  return found && say(found[1]);
}
