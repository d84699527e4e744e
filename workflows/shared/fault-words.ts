import type * as z from 'zod';
import type { Bilingual } from './bilingual.ts';

/**
 * What is wrong with one value of a request, in words for the clerk who filled in the form: no types of programming languages
 * and no patterns. zod's own texts say "expected object, received undefined".
 */

type Issue = z.core.$ZodIssue;
/** One fault of a shape: a stable code for programs and words for people. */
export type FaultWords = Bilingual & { readonly code: string };

/** @param issue as zod reports it with `reportInput`, without which what is missing cannot be told from what is wrong */
export function faultWords(issue: Issue): FaultWords {
  if (isMissing(issue)) return { code: 'required', zh: '缺少必填项', en: 'This is required' };
  return { code: issue.code.replaceAll('_', '-'), ...wordsOf(issue) };
}

/** JSON knows no undefined: a value that is not there is a property that was left out. */
function isMissing(issue: Issue): boolean {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return issue.input === undefined;
  if (issue.code !== 'invalid_union' || !issue.discriminator) return false;
  return Object(issue.input)[issue.discriminator] === undefined;
}

function wordsOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return KIND[issue.expected] ?? OTHER;
    case 'invalid_format':
      if (issue.input === '') return EMPTY;
      return FORMAT[issue.format] ?? { zh: '格式不正确', en: 'The format is not right' };
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : NONE_FITS;
    case 'too_small':
      return bound(issue.origin, issue.exact ? 'exactly' : 'least', issue.minimum, issue.inclusive ?? true);
    case 'too_big':
      return bound(issue.origin, issue.exact ? 'exactly' : 'most', issue.maximum, issue.inclusive ?? true);
    case 'not_multiple_of':
      return { zh: `应为${issue.divisor}的倍数`, en: `A multiple of ${issue.divisor} is expected` };
    default:
      return OTHER;
  }
}

const EMPTY: Bilingual = { zh: '不能为空', en: 'This must not be empty' };
const OTHER: Bilingual = { zh: '填写的内容不正确', en: 'This is not what is asked for' };
const NONE_FITS: Bilingual = {
  zh: '填写的内容不属于允许的任何一种',
  en: 'This fits none of the allowed forms',
};

const KIND: Readonly<Record<string, Bilingual>> = {
  string: { zh: '此处应填写文字', en: 'Text is expected here' },
  number: { zh: '此处应填写数字', en: 'A number is expected here' },
  int: { zh: '此处应填写整数', en: 'A whole number is expected here' },
  boolean: { zh: '此处应填写“是”或“否”（true 或 false）', en: 'Yes or no (true or false) is expected here' },
  array: { zh: '此处应为列表', en: 'A list is expected here' },
  object: { zh: '此处应为一组填写项', en: 'A group of entries is expected here' },
  record: { zh: '此处应为一组填写项', en: 'A group of entries is expected here' },
};

const FORMAT: Readonly<Record<string, Bilingual>> = {
  date: { zh: '应为有效日期，如 2026-01-31', en: 'A date such as 2026-01-31 is expected' },
  datetime: {
    zh: '应为带时区的时间，如 2026-01-31T09:30:00+08:00',
    en: 'A time with its offset, such as 2026-01-31T09:30:00+08:00, is expected',
  },
  email: { zh: '电子邮箱格式不正确', en: 'This is not an email address' },
  url: { zh: '网址格式不正确', en: 'This is not a web address' },
};

function oneOf(values: readonly unknown[]): Bilingual {
  const [only] = values;
  if (values.length === 1)
    return { zh: `此处只能是：${String(only)}`, en: `This can only be: ${String(only)}` };
  return { zh: `只能是以下之一：${values.join('、')}`, en: `This must be one of: ${values.join(', ')}` };
}

type Side = 'exactly' | 'least' | 'most';
const SIDE: Readonly<Record<Side, Bilingual>> = {
  exactly: { zh: '应为', en: 'exactly' },
  least: { zh: '至少', en: 'at least' },
  most: { zh: '最多', en: 'at most' },
};
const UNIT: Readonly<Record<string, Bilingual>> = {
  string: { zh: '个字符', en: 'character(s)' },
  array: { zh: '项', en: 'item(s)' },
};

/** A limit of length, of number of items, or of a number itself. */
function bound(origin: string, side: Side, limit: number | bigint, inclusive: boolean): Bilingual {
  const unit = UNIT[origin];
  if (!unit) return numberBound(side, limit, inclusive);
  if (side === 'least' && limit === 1) return EMPTY;
  const { zh, en } = SIDE[side];
  return { zh: `${zh}${limit}${unit.zh}`, en: `This must have ${en} ${limit} ${unit.en}` };
}

function numberBound(side: Side, limit: number | bigint, inclusive: boolean): Bilingual {
  if (side === 'exactly') return { zh: `应为${limit}`, en: `This must be ${limit}` };
  if (inclusive)
    return side === 'least'
      ? { zh: `不得小于${limit}`, en: `This must be ${limit} or more` }
      : { zh: `不得大于${limit}`, en: `This must be ${limit} or less` };
  return side === 'least'
    ? { zh: `必须大于${limit}`, en: `This must be more than ${limit}` }
    : { zh: `必须小于${limit}`, en: `This must be less than ${limit}` };
}
