import type { Bilingual } from '../../shared/bilingual.ts';
import type { Programme } from '../programme.ts';
import type { FailedRule, RuleId } from '../rule-id.ts';

/** What is told of a patent that fails a rule; `about` names what was found. */
const WORDS: Readonly<Record<RuleId, (about: string) => Bilingual>> = {
  'registry-knows-patent': () => ({
    zh: '专利登记信息中查无此申请号',
    en: 'The registry of patents has no such application number',
  }),
  'kind-funded': (kind) => ({
    zh: `本项目不资助该专利类型（${kind}）`,
    en: `The programme does not fund this kind of patent (${kind})`,
  }),
  'grant-date-agrees': (registered) => ({
    zh: `授权日期与登记信息不一致（登记：${registered}）`,
    en: `The grant date is not the registered one (${registered})`,
  }),
  'granted-in-window': (window) => ({
    zh: `授权日期不在资助期间内（${window}）`,
    en: `Granted outside the window of the programme (${window})`,
  }),
  'programme-open': (lastGrantOn) => ({
    zh: `依规定，${lastGrantOn} 之后授权的专利不再资助`,
    en: `By rule nothing granted after ${lastGrantOn} is funded any more`,
  }),
  'applicant-is-patentee': (patentees) => ({
    zh: `申请企业不是登记的专利权人（登记：${patentees}）`,
    en: `The applicant is not a registered patentee (${patentees})`,
  }),
  'co-owners-waive': (others) => ({
    zh: `共有专利须其他专利权人放弃申领（${others}）`,
    en: `The co-owners have to waive the funding (${others})`,
  }),
  'address-in-area': (address) => ({
    zh: `第一申请人地址不在本区（${address}）`,
    en: `The first applicant's address is outside the area (${address})`,
  }),
  'in-force': (status) => ({
    zh: `专利未处于有效状态（${status}）`,
    en: `The patent is not in force (${status})`,
  }),
  'not-abnormal': (listedOn) => ({
    zh: `已列入非正常专利申请名单（${listedOn}）`,
    en: `The filing stands on the list of abnormal filings (${listedOn})`,
  }),
  'fees-paid': () => ({
    zh: '未填写已缴官方费用或缴费票据号',
    en: 'No official fees, or no receipt for them, are told',
  }),
  'not-funded-before': (holder) => ({
    zh: `该专利已申领过资助，每件专利仅限一次（${holder}）`,
    en: `The patent is or was funded already, each once for ever (${holder})`,
  }),
  'below-fee-cap': (share) => ({
    zh: `各级资助合计已达官方费用的上限（${share}）`,
    en: `All levels of government have reached the share of the fees already (${share})`,
  }),
  'below-enterprise-cap': (cap) => ({
    zh: `企业本年度资助额度已用完（${cap}）`,
    en: `The enterprise has reached its cap of the year (${cap})`,
  }),
};

/** A failed rule with the programme's clause of it. */
export function failedRule(ruleId: RuleId, { clauses }: Pick<Programme, 'clauses'>, about = ''): FailedRule {
  return { ruleId, clause: clauses[ruleId].clause, ...WORDS[ruleId](about) };
}
