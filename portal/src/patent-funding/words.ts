import type { FundingOutcome, Lane } from '../../../workflows/patent-funding/contract.ts';
import type {
  ObjectionGround,
  Payment,
  PaymentReturn,
} from '../../../workflows/patent-funding/money/progress.ts';
import type { LadderLevel, PatentKind } from '../../../workflows/patent-funding/programme.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const KIND: Words<PatentKind> = {
  invention: { zh: '发明专利', en: 'Invention' },
  'utility-model': { zh: '实用新型', en: 'Utility model' },
  design: { zh: '外观设计', en: 'Design' },
};

export const LANE: Words<Lane> = {
  fast: { zh: '快速通道', en: 'Fast lane' },
  ordinary: { zh: '普通通道', en: 'Ordinary lane' },
};

/** 梯度培育. */
export const LEVEL: Words<LadderLevel | 'none'> = {
  innovative: { zh: '创新型中小企业', en: 'Innovative' },
  specialised: { zh: '专精特新中小企业', en: 'Specialised' },
  'little-giant': { zh: '专精特新“小巨人”', en: 'Little giant' },
  'single-champion': { zh: '制造业单项冠军', en: 'Single champion' },
  none: { zh: '未入库', en: 'On none' },
};

export const OUTCOME: Words<FundingOutcome['end']> = {
  approved: { zh: '审核通过', en: 'Approved' },
  'not-accepted': { zh: '不予受理', en: 'Not accepted' },
  refused: { zh: '审核不通过', en: 'Refused' },
  unanswered: { zh: '审核逾期，由办公室关闭', en: 'Closed by the office without an answer' },
  'supplement-not-provided': { zh: '未按期补正', en: 'The supplement did not come' },
  'budget-lapsed': { zh: '年度预算结束，未获安排', en: 'The budget of the year ended before its turn came' },
  'nothing-left': { zh: '复核后没有可资助的专利', en: 'Checked again, no patent was left to fund' },
  'objection-upheld': { zh: '公示异议成立，不予资助', en: 'An objection to the notice was upheld' },
  'payment-not-made': { zh: '未能拨付', en: 'The payment was not made' },
  paid: { zh: '已拨付', en: 'Paid' },
};

/** Columns of the table of patents, by the property each becomes. */
export const COLUMN: Readonly<Record<string, Bilingual>> = {
  number: { zh: '专利号或申请号', en: 'Number' },
  title: { zh: '发明名称', en: 'Title' },
  grantedOn: { zh: '授权公告日', en: 'Granted on' },
  grantPublicationNumber: { zh: '授权公告号', en: 'Publication number' },
  patentees: { zh: '专利权人（多个用；分隔）', en: 'Patentees (separate by ;)' },
  address: { zh: '第一申请人地址', en: 'Address of the first applicant' },
  feesFen: { zh: '已缴官方费用（元）', en: 'Official fees paid (yuan)' },
  receipts: { zh: '缴费票据号（多个用；分隔）', en: 'Receipts (separate by ;)' },
  receivedElsewhereFen: { zh: '已获其他资助（元）', en: 'Received elsewhere (yuan)' },
  coOwnersWaive: { zh: '共有人放弃申领', en: 'Co-owners waive' },
};

export const GROUND: Words<ObjectionGround> = {
  'not-the-patentee': { zh: '非专利权人', en: 'Not the patentee' },
  'abnormal-filing': { zh: '非正常专利申请', en: 'Abnormal filing' },
  'funded-elsewhere': { zh: '已获其他资助', en: 'Funded elsewhere' },
  'false-statement': { zh: '申报内容不实', en: 'False statement' },
  other: { zh: '其他', en: 'Other' },
};

export const PAYMENT_STATE: Words<Payment['state']> = {
  ORDERED: { zh: '待财政拨付', en: 'With finance' },
  RETURNED: { zh: '已退回，待更正', en: 'Returned, to be corrected' },
  PAID: { zh: '已拨付', en: 'Paid' },
  VOID: { zh: '已作废', en: 'Void' },
};

export const RETURN_CODE: Words<PaymentReturn['code']> = {
  'wrong-account': { zh: '账号错误', en: 'Wrong account' },
  'account-closed': { zh: '账户已注销', en: 'Account closed' },
  'name-differs': { zh: '户名不符', en: 'The name differs' },
  other: { zh: '其他', en: 'Other' },
};
