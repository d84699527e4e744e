import type { Bilingual } from '../../shared/bilingual.ts';
import type { Fault } from '../../shared/fault.ts';

/** The words of every fault a rule of this procedure finds. The key is the stable code a program may match on. */
const WORDS = {
  'applicant-missing': () => ({
    zh: '主体清单中没有申请企业本身（关系：申请企业）',
    en: 'The applicant itself (relation: applicant) is missing among the entities',
  }),
  'applicant-relation': () => ({
    zh: '“申请企业”关系只能且必须用于申请企业本身',
    en: 'The relation "applicant" belongs to the applicant itself and to no other entity',
  }),
  'entity-name-differs': () => ({
    zh: '主体清单中申请企业的名称与申请企业不一致',
    en: 'The applicant has another name among the entities',
  }),
  'entity-duplicate': () => ({
    zh: '主体重复：同一统一社会信用代码出现多次',
    en: 'The entity stands twice: the same unified social credit code',
  }),
  'entities-too-many': ({ maximum }: { maximum: number }) => ({
    zh: `主体过多，最多${maximum}个`,
    en: `Too many entities: at most ${maximum}`,
  }),
  'authorisation-in-the-future': () => ({
    zh: '授权书签署日期晚于今天',
    en: 'The authorisation is dated after today',
  }),
  'period-reversed': () => ({
    zh: '核查期间的起始日期晚于截止日期',
    en: 'The period ends before it begins',
  }),
  'period-in-the-future': () => ({
    zh: '核查期间不得晚于今天',
    en: 'The period must not reach beyond today',
  }),
  'period-too-long': ({ maximumYears }: { maximumYears: number }) => ({
    zh: `核查期间最长${maximumYears}年`,
    en: `The period is longer than ${maximumYears} years`,
  }),
  'field-unknown': ({ fieldId }: { fieldId: string }) => ({
    zh: `目录中没有该领域：${fieldId}`,
    en: `The catalogue has no such field: ${fieldId}`,
  }),
  'field-duplicate': ({ fieldId }: { fieldId: string }) => ({
    zh: `领域重复：${fieldId}`,
    en: `The field stands twice: ${fieldId}`,
  }),
  'field-mandatory-missing': ({ field }: { field: Bilingual }) => ({
    zh: `缺少必选领域：${field.zh}`,
    en: `A mandatory field is missing: ${field.en}`,
  }),
  'attachments-too-many': ({ maximum }: { maximum: number }) => ({
    zh: `附件过多，最多${maximum}个`,
    en: `Too many attachments: at most ${maximum}`,
  }),
  'attachment-too-large': ({ maximumBytes }: { maximumBytes: number }) => ({
    zh: `附件过大，最大${Math.floor(maximumBytes / 1024)} KiB`,
    en: `The attachment is larger than ${Math.floor(maximumBytes / 1024)} KiB`,
  }),
  'attachment-empty': () => ({ zh: '附件内容为空', en: 'The attachment is empty' }),
  'attachment-not-base64': () => ({
    zh: '附件内容不是有效的Base64编码',
    en: 'The content of the attachment is not base64',
  }),
  'attachment-type-refused': ({ allowed }: { allowed: readonly string[] }) => ({
    zh: `附件类型不允许，可用：${allowed.join('、')}`,
    en: `The type of the attachment is not allowed; allowed: ${allowed.join(', ')}`,
  }),
  'attachment-type-differs': () => ({
    zh: '附件内容与所声明的类型不符',
    en: 'The content of the attachment is not of the type it claims',
  }),
  'attachment-malware': () => ({ zh: '附件中发现恶意软件', en: 'Malware was found in the attachment' }),
  'attachment-inline-unscanned': () => ({
    zh: '附件须先上传并通过扫描，再以 attachmentIds 引用',
    en: 'Upload the attachment first, have it scanned, and name it in attachmentIds',
  }),
  'attachment-name-duplicate': () => ({ zh: '附件名称重复', en: 'Two attachments have the same name' }),
} as const;

export type SubmissionFaultCode = keyof typeof WORDS;
type Details<C extends SubmissionFaultCode> = Parameters<(typeof WORDS)[C]>;

/** One fault at a place of the request (RFC 6901 pointer), in words that name its details. */
export function submissionFault<C extends SubmissionFaultCode>(
  pointer: string,
  code: C,
  ...details: Details<C>
): Fault {
  // The compiler cannot see that the words found under C take the details of C.
  const words = WORDS[code] as (...details: Details<C>) => Bilingual;
  return { pointer, code, ...words(...details) };
}
