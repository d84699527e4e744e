import * as z from 'zod';
import { Actor } from './actor.ts';
import type { Bilingual } from './bilingual.ts';
import { Officer } from './desk-task.ts';

/** What may happen to a case, in words for its timeline. A procedure adds its own lines here. */
export const AUDIT_KIND_TEXT = {
  'case-submitted': { zh: '已提交', en: 'Submitted' },
  'review-planned': { zh: '已分派至各部门', en: 'Put to the departments' },
  'answered-by-record': {
    zh: '各领域均由部门记录库直接答复，无记录',
    en: 'Answered by record: no records in any field',
  },
  'partly-answered-by-record': {
    zh: '部分领域由部门记录库直接答复，其余已分派至各部门',
    en: 'Partly answered by record; the rest put to the departments',
  },
  'task-reminded': { zh: '已催办', en: 'A department was reminded' },
  'task-overdue': {
    zh: '部门逾期未答复，已转办公室督办',
    en: 'A department is overdue; the office sees to it',
  },
  'task-claimed': { zh: '经办人已签收', en: 'An officer has taken the task' },
  'task-released': { zh: '经办人已退回', en: 'The task was given back' },
  'task-assigned': { zh: '已指派经办人', en: 'The task was assigned to an officer' },
  'comment-added': { zh: '部门填写了意见', en: 'A comment was written' },
  'note-added': { zh: '填写了内部备注', en: 'An internal note was written' },
  'calendar-loaded': { zh: '已加载年度节假日安排', en: 'The official calendar of a year was loaded' },
  'register-loaded': { zh: '部门记录库已更新', en: "A load became a department's register" },
  'register-settings-changed': {
    zh: '部门已更改无记录时直接出具的领域',
    en: 'A department changed of which fields a clean result goes out at once',
  },
  'staff-replaced': { zh: '部门经办人名单已更新', en: "A department's staff list was replaced" },
  'delegation-made': { zh: '已委托代办', en: 'A delegation was made' },
  'delegation-revoked': { zh: '委托代办已撤销', en: 'A delegation was revoked' },
  'due-date-recomputed': {
    zh: '节假日安排公布，已重新计算到期时间',
    en: 'The calendar was published: the due date was computed anew',
  },
  'task-extended': { zh: '办公室已延期', en: 'The office gave more time' },
  'task-reassigned': { zh: '办公室已改派经办人', en: 'The office gave the task to another officer' },
  'task-closed-unanswered': { zh: '办公室按未答复关闭', en: 'Closed unanswered by the office' },
  'supplement-asked': { zh: '部门要求补正，计时暂停', en: 'A supplement was asked; the clock stands still' },
  'supplement-reminded': { zh: '已提醒申请人补正', en: 'The applicant was reminded of the supplement' },
  'supplement-answered': { zh: '申请人已补正，计时恢复', en: 'The supplement was given; the clock goes on' },
  'supplement-lapsed': { zh: '逾期未补正', en: 'The supplement was not given in time' },
  'material-sent': { zh: '申请人主动补充了材料', en: 'The applicant sent additional material' },
  'task-decided': { zh: '部门已答复', en: 'A department has answered' },
  'number-assigned': { zh: '已编号', en: 'Number assigned' },
  'result-issued': { zh: '已出具', en: 'Issued' },
  'case-failed': { zh: '系统处理失败，等待恢复', en: 'Processing failed; waiting to be resumed' },
  'case-resumed': { zh: '已恢复处理', en: 'Resumed' },
  'notification-retried': { zh: '通知已重新发送', en: 'A notification is sent again' },
  'case-withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'case-renewed': { zh: '已申请续期', en: 'Renewal requested' },
  'result-revoked': { zh: '报告已撤销', en: 'Result revoked' },
  'objection-raised': { zh: '企业提出异议', en: 'The enterprise objects' },
  'objection-rejected': { zh: '异议不成立', en: 'Objection rejected' },
  'objection-upheld': { zh: '异议成立', en: 'Objection upheld' },
  'objection-unanswered': { zh: '异议未获答复，报告维持不变', en: 'Objection unanswered; the result stays' },
  'objection-withdrawn': { zh: '异议已撤回', en: 'Objection withdrawn' },
  'result-superseded': {
    zh: '异议成立，已由更正报告取代',
    en: 'Objection upheld; superseded by a corrected result',
  },
  'budget-reserved': { zh: '已预留预算', en: 'The budget is reserved' },
  'budget-waiting': { zh: '预算不足，已列入候补', en: 'No budget is left: on the waiting list' },
  'registry-unreachable': {
    zh: '专利登记信息暂时无法查询，将自动重试',
    en: 'The registry of patents does not answer; it is asked again',
  },
  'patents-assessed': { zh: '已逐件核查专利', en: 'Every patent was assessed' },
  'application-not-accepted': { zh: '不予受理：无可资助专利', en: 'Not accepted: no patent can be funded' },
  'review-approved': { zh: '审核通过', en: 'Approved by the review' },
  'review-refused': { zh: '审核未通过', en: 'Not approved by the review' },
  'programme-drafted': { zh: '资助项目版本已起草', en: 'A version of a programme was drafted' },
  'programme-published': { zh: '资助项目版本已发布', en: 'A version of a programme was published' },
  'programme-closed': { zh: '资助项目已依规定终止', en: 'A programme was closed by rule' },
  'pre-examination-passed': { zh: '预审合格', en: 'Pre-examination passed' },
  'pre-examination-refused': { zh: '预审不合格', en: 'Pre-examination not passed' },
  'filing-reported': { zh: '已报送专利申请号', en: 'The filing number was reported' },
  'grant-recorded': { zh: '已记录授权', en: 'The grant was recorded' },
  'patents-released': { zh: '办结，未予资助', en: 'Ended without funding; its patents are free again' },
  'demand-answered': { zh: '机构已答复', en: 'An institution answered' },
  'offer-accepted': { zh: '企业已接受报价', en: 'The enterprise accepted an offer' },
  'next-round-begun': { zh: '已发送至下一批机构', en: 'Sent to the next institutions' },
  'institutions-exhausted': {
    zh: '暂无机构可继续对接，已转办公室',
    en: 'No institution is left to ask; the office sees to it',
  },
  'promise-reminded': { zh: '已提醒机构承诺时限', en: 'An institution was reminded of its promise' },
  'promise-broken': {
    zh: '机构逾期，已通报办公室',
    en: 'An institution broke its promise; the office was told',
  },
  'endpoint-changed': { zh: '接收地址已登记或更改', en: 'The endpoint was registered or changed' },
  'endpoint-verified': { zh: '接收地址已通过验证', en: 'The endpoint was verified' },
  'endpoint-secret-rotated': { zh: '签名密钥已更换', en: 'The signing key was rotated' },
  'endpoint-disabled': { zh: '接收地址已停用', en: 'The endpoint was disabled' },
  'deliveries-replayed': { zh: '清单已安排重新推送', en: 'Lists are sent again' },
  'demand-sent': { zh: '已发送融资需求', en: 'The demand was sent to institutions' },
  'demand-reviewed': { zh: '已按授权期限重新核对', en: 'Looked at anew: a grant began or ended' },
  'demand-changed': { zh: '企业修改了融资需求', en: 'The enterprise changed its demand' },
  'demand-closed': { zh: '企业关闭了融资需求', en: 'The enterprise closed its demand' },
  'demand-lapsed': { zh: '融资需求有效期已届满', en: 'The validity of the demand has ended' },
  'consent-given': { zh: '企业追加了授权', en: 'The enterprise gave more consent' },
  'consent-withdrawn': { zh: '企业撤回了授权', en: 'The enterprise withdrew its consent' },
  'identity-requested': { zh: '机构请求了解企业身份', en: 'An institution asks who the enterprise is' },
  'identity-granted': { zh: '企业同意告知身份', en: 'The enterprise agreed to tell who it is' },
  'identity-refused': { zh: '企业不同意告知身份', en: 'The enterprise did not agree to tell who it is' },
  'budget-lapsed': { zh: '年度预算已终止，候补结束', en: 'The budget of the year has lapsed' },
  'budget-released': { zh: '已释放预留预算', en: 'The reserved budget is given back' },
  'patents-struck-out': { zh: '复核未通过，专利已剔除', en: 'Patents were struck out by the re-check' },
  'notice-published': { zh: '已公示', en: 'The intended grant is published' },
  'notice-closed': { zh: '公示期满', en: 'The notice has ended' },
  'notice-objection-received': { zh: '公示期间收到异议', en: 'An objection to the notice was received' },
  'notice-objection-moderated': {
    zh: '已决定异议是否公开',
    en: 'It was decided whether the objection is shown',
  },
  'notice-objection-upheld': {
    zh: '公示异议成立，相关专利不予资助',
    en: 'An objection was upheld: its patents are not funded',
  },
  'notice-objection-rejected': { zh: '公示异议不成立', en: 'The objections were rejected' },
  'payment-ordered': { zh: '已向财政部门下达拨付单', en: 'Finance is ordered to pay' },
  'payment-returned': {
    zh: '拨付被退回，待更正账户',
    en: 'Payment was returned: the account is to be corrected',
  },
  'payment-account-corrected': { zh: '申请人已更正收款账户', en: 'The applicant corrected its account' },
  'payment-void': { zh: '拨付单作废，未予拨付', en: 'The order is void: nothing was paid' },
  'funding-paid': { zh: '资助已拨付', en: 'The funding is paid' },
  'recovery-opened': { zh: '已启动资助追回', en: 'A recovery of the funding was opened' },
  'funding-recovered': { zh: '资助已追回', en: 'The funding was paid back' },
  'funding-not-recovered': {
    zh: '资助未追回，已移交',
    en: 'The funding was not paid back and is handed over',
  },
} as const satisfies Record<string, Bilingual>;

const kinds = Object.keys(AUDIT_KIND_TEXT) as (keyof typeof AUDIT_KIND_TEXT)[];
export const AuditKind = z.enum(kinds);
export type AuditKind = z.infer<typeof AuditKind>;

/** Who did it: a person for an organisation, or a step of the machine. */
export const AuditActor = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('person'),
    ...Actor.omit({ roles: true }).shape,
    /** The officer for whom this one acts under a delegation. */
    forWhom: Officer.optional(),
  }),
  z.strictObject({ by: z.literal('platform'), step: z.string().min(1) }),
]);
export type AuditActor = z.infer<typeof AuditActor>;

/** Append-only; each entry holds the hash of the one before, so that tampering shows. */
export const AuditEntry = z.strictObject({
  caseId: z.string().min(1),
  /** 1, 2, 3, ... without gaps. */
  sequence: z.int().positive(),
  at: z.iso.datetime({ offset: true }),
  kind: AuditKind,
  actor: AuditActor,
  /** Ids, dates and verdicts of what changed. */
  details: z.record(z.string(), z.json()),
  /** SHA-256 (hex) of the entry before; 64 zeros before the first. */
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** SHA-256 (hex) over the canonical JSON of everything above. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
