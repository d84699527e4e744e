import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

/** What the names in the rule data of seeds/ are called; test/portal/rule-words.test.ts finds one that is missing. */
export const RULE_WORD: Readonly<Record<string, Bilingual>> = {
  // What things are known by, and how long they hold.
  id: { zh: '编号', en: 'Id' },
  code: { zh: '代码', en: 'Code' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  name: { zh: '名称', en: 'Name' },
  text: { zh: '文本', en: 'Text' },
  scope: { zh: '范围说明', en: 'Scope in words' },
  statement: { zh: '认定说明', en: 'Statement' },
  fromOn: { zh: '自', en: 'From' },
  untilOn: { zh: '至', en: 'Until' },
  promisedWorkingDays: { zh: '承诺时限（工作日）', en: 'Promised working days' },
  promisedWorkingDaysSource: { zh: '承诺时限的来源', en: 'Source of the promise' },

  // 合规证明
  countedBehaviours: { zh: '计入的行为', en: 'What counts' },
  uncountedBehaviours: { zh: '不计入的行为', en: 'What does not count' },
  notCertifiedReasons: { zh: '未出具的原因', en: 'Why a field is not certified' },
  'no-answer': { zh: '部门未答复', en: 'No answer' },
  'not-my-jurisdiction': { zh: '非本部门管辖', en: 'Not the department’s' },
  'outside-the-area': { zh: '不在区域内', en: 'Outside the area' },
  'supplement-not-provided': { zh: '未按期补正', en: 'No supplement' },
  departments: { zh: '部门', en: 'Departments' },
  departmentId: { zh: '承办部门', en: 'Department' },
  departmentIds: { zh: '适用部门', en: 'For these departments' },
  fields: { zh: '领域', en: 'Fields' },
  mandatory: { zh: '必选', en: 'Mandatory' },
  listedBy: { zh: '列入的清单', en: 'Lists that name it' },
  registrationCodes: { zh: '登记机关所在行政区划', en: 'Registration districts' },
  maximumPeriodYears: { zh: '核查期间最长（年）', en: 'Longest period (years)' },
  maximumEntities: { zh: '主体数上限', en: 'Most entities' },
  maximumAttachments: { zh: '附件数上限', en: 'Most attachments' },
  maximumAttachmentBytes: { zh: '单个附件上限（字节）', en: 'Largest attachment (bytes)' },
  attachmentMediaTypes: { zh: '附件类型', en: 'Types of attachments' },
  objectWithinDays: { zh: '提出异议期限（天）', en: 'Days to object' },
  decideWithinWorkingDays: { zh: '作出决定期限（工作日）', en: 'Working days to decide' },
  maximumCells: { zh: '每次异议的记录数上限', en: 'Most records of an objection' },

  // 专利
  entries: { zh: '入库企业', en: 'Entries' },
  level: { zh: '梯度', en: 'Level' },
  kinds: { zh: '专利类型', en: 'Kinds of patents' },
  ipcPrefixes: { zh: 'IPC 分类号', en: 'IPC classes' },
  fileWithinWorkingDays: { zh: '合格后提交申请期限（工作日）', en: 'Working days to file after passing' },
  objections: { zh: '公示异议', en: 'Objections to a notice' },
  perCallerAndDay: { zh: '每人每日上限', en: 'Of one caller in a day' },
  perNotice: { zh: '每则公示上限', en: 'To one notice' },
  payment: { zh: '拨付', en: 'Payment' },
  correctionWorkingDays: { zh: '更正账户期限（工作日）', en: 'Working days to correct the account' },
  mostReturns: { zh: '退回次数上限', en: 'Most returns' },
  recovery: { zh: '追回', en: 'Recovery' },
  repaymentWorkingDays: { zh: '退回资金期限（工作日）', en: 'Working days to pay back' },

  // 融资
  facilities: { zh: '融资品种', en: 'Facilities' },
  securities: { zh: '担保方式', en: 'Securities' },
  industries: { zh: '行业', en: 'Industries' },
  ladderLevels: { zh: '梯度培育', en: 'Ladder levels' },
  minimumAmountFen: { zh: '金额下限（元）', en: 'Least amount (yuan)' },
  maximumAmountFen: { zh: '金额上限（元）', en: 'Largest amount (yuan)' },
  maximumTermMonths: { zh: '期限上限（月）', en: 'Longest term (months)' },
  maximumValidityDays: { zh: '需求有效期上限（天）', en: 'Longest validity (days)' },
  maximumExistingLoans: { zh: '现有贷款笔数上限', en: 'Most existing loans' },
  maximumGrants: { zh: '授权条数上限', en: 'Most grants of consent' },
  maximumProducts: { zh: '每家机构产品数上限', en: 'Most products of an institution' },
  institutions: { zh: '金融机构', en: 'Institutions' },
  institutionId: { zh: '机构代码', en: 'Institution' },
  class: { zh: '机构类别', en: 'Class' },
  bank: { zh: '银行', en: 'Bank' },
  guarantee: { zh: '融资担保', en: 'Guarantee' },
  'small-loan': { zh: '小额贷款', en: 'Small loans' },
  points: { zh: '匹配分值', en: 'Points' },
  amount: { zh: '金额', en: 'Amount' },
  term: { zh: '期限', en: 'Term' },
  rate: { zh: '利率', en: 'Rate' },
  industry: { zh: '行业', en: 'Industry' },
  ladder: { zh: '梯度培育', en: 'Ladder' },
  security: { zh: '担保', en: 'Security' },
  'first-loan': { zh: '首贷', en: 'First loan' },
  firstRoundClasses: { zh: '首轮推送的机构类别', en: 'Classes of the first round' },
  roundSize: { zh: '每轮机构数', en: 'Institutions of a round' },
  roundWorkingDays: { zh: '每轮时长（工作日）', en: 'Working days of a round' },
  contactWithinWorkingDays: { zh: '联系企业期限（工作日）', en: 'Working days to make contact' },
  refusalReasons: { zh: '拒绝理由', en: 'Reasons of refusal' },
  delaysSeconds: { zh: '历次推送间隔（秒）', en: 'Delays of attempts (seconds)' },
  longestRetryAfterSeconds: { zh: 'Retry-After 上限（秒）', en: 'Longest Retry-After (seconds)' },
  timeoutMs: { zh: '等待答复（毫秒）', en: 'Wait for an answer (ms)' },
  answerLimitBytes: { zh: '答复大小上限（字节）', en: 'Largest answer (bytes)' },
  previousSecretHours: { zh: '旧密钥保留（小时）', en: 'A former key holds (hours)' },

  // 办理、补正、附件、通知
  reminders: { zh: '提醒', en: 'Reminders' },
  percents: { zh: '时限进度（%）', en: 'At per cent of the time' },
  atLocalTime: { zh: '发送时刻', en: 'At' },
  extension: { zh: '延期', en: 'Extension' },
  maximumTimes: { zh: '次数上限', en: 'At most times' },
  maximumWorkingDays: { zh: '最多工作日', en: 'Most working days' },
  minimumWorkingDays: { zh: '最少工作日', en: 'Fewest working days' },
  supplement: { zh: '补正', en: 'Supplement' },
  maximumRounds: { zh: '补正轮数上限', en: 'Most rounds' },
  maximumItems: { zh: '每轮项数上限', en: 'Most items of a round' },
  material: { zh: '主动补充材料', en: 'Further material' },
  templates: { zh: '模板', en: 'Templates' },
  maximumBytes: { zh: '单个文件上限（字节）', en: 'Largest file (bytes)' },
  fromAnybody: { zh: '未登录者的文件', en: 'Files of whoever is not signed in' },
  mediaTypes: { zh: '文件类型', en: 'Types of files' },
  uploadSeconds: { zh: '上传地址有效（秒）', en: 'An upload address holds (seconds)' },
  keptUnusedHours: { zh: '未使用文件保留（小时）', en: 'An unused file is kept (hours)' },
  downloadSeconds: { zh: '下载链接有效（秒）', en: 'A download link holds (seconds)' },
  firstDelaySeconds: { zh: '首次重试间隔（秒）', en: 'First delay (seconds)' },
  longestDelaySeconds: { zh: '最长重试间隔（秒）', en: 'Longest delay (seconds)' },
  maximumAttempts: { zh: '发送次数上限', en: 'Most attempts' },

  // Values
  true: { zh: '是', en: 'Yes' },
  false: { zh: '否', en: 'No' },
};

/** What things that the rules themselves name are called, by their id or code. */
export function namesIn(content: unknown): Record<string, Bilingual> {
  if (typeof content !== 'object' || content === null) return {};
  const names: Record<string, Bilingual> = Object.assign({}, ...Object.values(content).map(namesIn));
  const { id, code, institutionId, name } = content as Readonly<Record<string, unknown>>;
  const called = [id, code, institutionId].find((one) => typeof one === 'string');
  return called && isBilingual(name) ? { ...names, [String(called)]: name } : names;
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}
