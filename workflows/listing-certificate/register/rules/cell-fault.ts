import type { CellFault } from '../contract.ts';

/** What may be wrong with a register's file, in words for the officer who has to mend it. */
const WORDS = {
  'column-missing': { zh: '缺少列', en: 'The column is missing' },
  'column-unknown': { zh: '不认识的列', en: 'The column is not known' },
  'column-duplicate': { zh: '列重复', en: 'The column stands twice' },
  'cell-missing': { zh: '未填写', en: 'Nothing is entered' },
  'cell-too-long': { zh: '内容过长', en: 'The text is too long' },
  'cell-formula': {
    zh: '以等号开头，像是公式，请填写数值或文字',
    en: 'Begins with an equals sign, as a formula does: write the value',
  },
  'line-too-long': { zh: '该行的列数多于标题行', en: 'The line has more cells than the heading has columns' },
  'uscc-invalid': {
    zh: '统一社会信用代码的格式或校验码不正确',
    en: 'The form or the check character of the code is wrong',
  },
  'field-unknown': {
    zh: '不是本部门此次加载的领域',
    en: 'Not one of the fields of the department that this file covers',
  },
  'behaviour-unknown': { zh: '规则集中没有此记录类别', en: 'The rule set does not know this kind of record' },
  'date-invalid': { zh: '日期不正确，应为 2024-05-20 的形式', en: 'Not a date: write it as 2024-05-20' },
  'date-after-coverage': {
    zh: '决定日期晚于记录库的截止日期',
    en: 'Decided after the last day the register knows',
  },
  'repaired-invalid': { zh: '应填“是”或“否”', en: 'Write yes or no' },
  'record-duplicate': {
    zh: '同一主体、领域、文书号的记录重复',
    en: 'A record of this entity, field and document stands twice',
  },
  'file-missing': { zh: '文件没有上传', en: 'No file was uploaded' },
  'file-unreadable': { zh: '无法按所声明的格式读取文件', en: 'The file cannot be read in the format told' },
  'file-empty': { zh: '文件没有标题行', en: 'The file has no heading' },
  'file-checksum': { zh: '文件的SHA-256与声明的不符', en: 'The SHA-256 of the file is not the one told' },
  'file-too-many-lines': { zh: '文件行数超过上限', en: 'The file has more lines than are taken' },
  'file-too-many-columns': { zh: '文件列数超过上限', en: 'The file has more columns than are taken' },
  'file-too-large': { zh: '文件解压后过大', en: 'The file unpacks to more than is taken' },
  'record-not-an-object': { zh: '记录不是 JSON 对象', en: 'The record is no JSON object' },
} as const;

export type CellFaultCode = keyof typeof WORDS;

/** @param what the heading, value or figure the fault is about; never contents that name a person */
export function cellFault(code: CellFaultCode, column?: string, what?: string): CellFault {
  const { zh, en } = WORDS[code];
  const place = column === undefined ? {} : { column };
  if (what === undefined) return { ...place, code, zh, en };
  return { ...place, code, zh: `${zh}（${what}）`, en: `${en} (${what})` };
}
