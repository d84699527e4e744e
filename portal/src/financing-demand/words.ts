import type { AnswerStatus, GivenAnswer } from '../../../workflows/financing-demand/answer/contract.ts';
import type { ConsentSignature, DataGroup } from '../../../workflows/financing-demand/consent.ts';
import type { DemandEnd, Disclosure } from '../../../workflows/financing-demand/contract.ts';
import type {
  DisabledBecause,
  EndpointStatus,
} from '../../../workflows/financing-demand/endpoint/contract.ts';
import type { InstitutionClass } from '../../../workflows/financing-demand/institution.ts';
import type { ListItemKind } from '../../../workflows/financing-demand/list/contract.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const DATA_GROUP: Words<DataGroup> = {
  identity: { zh: '主体信息', en: 'Identity' },
  tax: { zh: '纳税信息', en: 'Tax' },
  'social-security': { zh: '社保信息', en: 'Social security' },
  patents: { zh: '专利资助', en: 'Patents' },
  ladder: { zh: '梯度培育', en: 'Ladder' },
  certificates: { zh: '合规证明', en: 'Certificates' },
};

export const INSTITUTION_CLASS: Words<InstitutionClass> = {
  bank: { zh: '全部银行', en: 'All banks' },
  guarantee: { zh: '全部融资担保公司', en: 'All guarantee companies' },
  'small-loan': { zh: '全部小额贷款公司', en: 'All small-loan companies' },
};

export const DISCLOSURE: Words<Disclosure> = {
  named: { zh: '实名：按授权直接展示主体信息', en: 'Named: the identity is shown as the consent says' },
  'anonymous-first': {
    zh: '先匿名：机构提出请求并经本企业同意后，才能看到主体信息',
    en: 'Anonymous first: an institution asks, and sees who you are once you agree',
  },
};

export const SIGNATORY_ROLE: Words<ConsentSignature['signatoryRole']> = {
  'legal-representative': { zh: '法定代表人', en: 'Legal representative' },
  principal: { zh: '负责人', en: 'Principal' },
  'authorised-agent': { zh: '授权代理人', en: 'Authorised agent' },
};

export const ANSWER_STATUS: Words<AnswerStatus> = {
  ACKNOWLEDGED: { zh: '已受理', en: 'Taken' },
  CONTACTED: { zh: '已联系', en: 'Contacted' },
  DUE_DILIGENCE: { zh: '尽职调查中', en: 'Due diligence' },
  OFFERED: { zh: '已报价', en: 'Offered' },
  REFUSED: { zh: '已拒绝', en: 'Refused' },
  ACCEPTED: { zh: '报价已被接受', en: 'Offer accepted' },
  DRAWN: { zh: '已提款', en: 'Drawn' },
};

export const ANSWER_KIND: Words<GivenAnswer['kind']> = {
  acknowledged: { zh: '受理', en: 'Take the order' },
  contacted: { zh: '已联系企业', en: 'The enterprise was contacted' },
  'due-diligence': { zh: '开始尽职调查', en: 'Due diligence begins' },
  offer: { zh: '报价', en: 'Offer' },
  refusal: { zh: '拒绝', en: 'Refuse' },
  drawn: { zh: '登记提款', en: 'Report a drawing' },
};

export const ITEM_KIND: Words<ListItemKind> = {
  NEW: { zh: '新增', en: 'New' },
  CHANGED: { zh: '变更', en: 'Changed' },
  CLOSED: { zh: '已关闭', en: 'Closed' },
  CONSENT_WITHDRAWN: { zh: '授权已撤回', en: 'Consent withdrawn' },
};

export const ENDPOINT_STATUS: Readonly<
  Record<EndpointStatus, { readonly text: Bilingual; readonly color: string }>
> = {
  UNVERIFIED: { text: { zh: '待验证', en: 'To be verified' }, color: 'warning' },
  ACTIVE: { text: { zh: '推送中', en: 'Active' }, color: 'success' },
  DISABLED: { text: { zh: '已停用', en: 'Disabled' }, color: 'error' },
};

export const DISABLED_BECAUSE: Words<DisabledBecause> = {
  gone: { zh: '接收地址返回 410', en: 'it answered 410' },
  failing: { zh: '多次推送均失败', en: 'every attempt failed' },
  'by-institution': { zh: '由本机构停用', en: 'by the institution' },
  'by-office': { zh: '由办公室停用', en: 'by the office' },
};

export const END: Words<DemandEnd['reason']> = {
  'closed-by-enterprise': { zh: '企业已关闭', en: 'Closed by the enterprise' },
  'validity-ended': { zh: '有效期已过', en: 'Its validity has ended' },
  financed: { zh: '已达成融资', en: 'Financed' },
};

/** 纳税信用等级. */
export const CREDIT_GRADE: Words<'A' | 'B' | 'M' | 'C' | 'D'> = {
  A: { zh: 'A 级', en: 'A' },
  B: { zh: 'B 级', en: 'B' },
  M: { zh: 'M 级', en: 'M' },
  C: { zh: 'C 级', en: 'C' },
  D: { zh: 'D 级', en: 'D' },
};
