import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { shaped } from '../../../workflows/shared/shape-faults.ts';

const Form = z.strictObject({
  name: z.string().min(1).max(4),
  amountFen: z.int().positive().max(100),
  share: z.number().min(0).lt(1),
  urgent: z.boolean(),
  on: z.iso.date(),
  email: z.email().optional(),
  code: z.string().regex(/^[A-Z]{3}$/),
  kind: z.enum(['bond', 'merger']),
  version: z.literal(1),
  lines: z.array(z.string()).min(1).max(2),
  pair: z.array(z.int()).length(2),
  contact: z.strictObject({ phone: z.string() }),
  answer: z.discriminatedUnion('finding', [
    z.strictObject({ finding: z.literal('no-record') }),
    z.strictObject({ finding: z.literal('records'), count: z.int() }),
  ]),
  either: z.string().or(z.int()),
});
const GOOD: z.input<typeof Form> = {
  name: '启元',
  amountFen: 1,
  share: 0.5,
  urgent: false,
  on: '2026-01-31',
  code: 'ABC',
  kind: 'bond',
  version: 1,
  lines: ['a'],
  pair: [1, 2],
  contact: { phone: '1' },
  answer: { finding: 'no-record' },
  either: 1,
};
const REQUIRED = ['required', '缺少必填项', 'This is required'];

function faultsOf(change: Record<string, unknown>) {
  const judged = shaped(Form, { ...GOOD, ...change });
  return judged.ok ? [] : judged.faults;
}

describe('the words of a fault', () => {
  it.each<[string, Record<string, unknown>, string, string[]]>([
    ['text that is left out', { name: undefined }, '/name', REQUIRED],
    ['a choice that is left out', { kind: undefined }, '/kind', REQUIRED],
    ['a group that is left out', { contact: undefined }, '/contact', REQUIRED],
    ['an entry of a group that is left out', { contact: {} }, '/contact/phone', REQUIRED],
    ['the kind of an answer that is left out', { answer: {} }, '/answer/finding', REQUIRED],
    ['a list that is left out', { lines: undefined }, '/lines', REQUIRED],
    ['text that is empty', { name: '' }, '/name', ['too-small', '不能为空', 'This must not be empty']],
    ['null', { name: null }, '/name', ['invalid-type', '此处应填写文字', 'Text is expected here']],
    [
      'text that is too long',
      { name: '12345' },
      '/name',
      ['too-big', '最多4个字符', 'This must have at most 4 character(s)'],
    ],
    [
      'text for a number',
      { share: '1' },
      '/share',
      ['invalid-type', '此处应填写数字', 'A number is expected here'],
    ],
    [
      'a fraction for a whole number',
      { amountFen: 1.5 },
      '/amountFen',
      ['invalid-type', '此处应填写整数', 'A whole number is expected here'],
    ],
    [
      'nothing above nought',
      { amountFen: 0 },
      '/amountFen',
      ['too-small', '必须大于0', 'This must be more than 0'],
    ],
    [
      'a number over its limit',
      { amountFen: 101 },
      '/amountFen',
      ['too-big', '不得大于100', 'This must be 100 or less'],
    ],
    [
      'a number below its limit',
      { share: -1 },
      '/share',
      ['too-small', '不得小于0', 'This must be 0 or more'],
    ],
    [
      'a number at an open limit',
      { share: 1 },
      '/share',
      ['too-big', '必须小于1', 'This must be less than 1'],
    ],
    [
      'text for yes or no',
      { urgent: 'yes' },
      '/urgent',
      ['invalid-type', '此处应填写“是”或“否”（true 或 false）', 'Yes or no (true or false) is expected here'],
    ],
    [
      'a day that does not exist',
      { on: '2026-02-30' },
      '/on',
      ['invalid-format', '应为有效日期，如 2026-01-31', 'A date such as 2026-01-31 is expected'],
    ],
    [
      'a wrong email address',
      { email: 'a' },
      '/email',
      ['invalid-format', '电子邮箱格式不正确', 'This is not an email address'],
    ],
    [
      'a wrong pattern',
      { code: 'abc' },
      '/code',
      ['invalid-format', '格式不正确', 'The format is not right'],
    ],
    [
      'an unknown choice',
      { kind: 'x' },
      '/kind',
      ['invalid-value', '只能是以下之一：bond、merger', 'This must be one of: bond, merger'],
    ],
    [
      'another than the only value',
      { version: 2 },
      '/version',
      ['invalid-value', '此处只能是：1', 'This can only be: 1'],
    ],
    ['an empty list', { lines: [] }, '/lines', ['too-small', '不能为空', 'This must not be empty']],
    [
      'a list that is too long',
      { lines: ['a', 'b', 'c'] },
      '/lines',
      ['too-big', '最多2项', 'This must have at most 2 item(s)'],
    ],
    [
      'a list of another length',
      { pair: [1] },
      '/pair',
      ['too-small', '应为2项', 'This must have exactly 2 item(s)'],
    ],
    [
      'text for a list',
      { lines: 'a' },
      '/lines',
      ['invalid-type', '此处应为列表', 'A list is expected here'],
    ],
    [
      'a list for a group',
      { contact: [] },
      '/contact',
      ['invalid-type', '此处应为一组填写项', 'A group of entries is expected here'],
    ],
    [
      'an answer of an unknown kind',
      { answer: { finding: 'x' } },
      '/answer/finding',
      ['invalid-union', '只能是以下之一：no-record、records', 'This must be one of: no-record, records'],
    ],
    [
      'none of two forms',
      { either: true },
      '/either',
      ['invalid-union', '填写的内容不属于允许的任何一种', 'This fits none of the allowed forms'],
    ],
    ['an unknown key', { 'a/b': 1 }, '/a~1b', ['unknown-key', '不认识的字段：a/b', 'Unknown key: a/b']],
  ])('for %s', (_what, change, pointer, [code, zh, en]) => {
    expect(faultsOf(change)).toEqual([{ pointer, code, zh, en }]);
  });

  it('come in both languages and never in those of a program, whatever was sent', () => {
    const values = fc.record(
      Object.fromEntries(Object.keys(GOOD).map((key) => [key, fc.jsonValue({ maxDepth: 2 })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (value) => {
        const judged = shaped(Form, value);
        for (const { code, zh, en, pointer } of judged.ok ? [] : judged.faults) {
          // An unknown key is named as it was sent.
          if (code === 'unknown-key') continue;
          expect(zh).toMatch(/\p{Script=Han}/u);
          expect(en).not.toMatch(/undefined|object|null|NaN|received|\^/);
          expect(pointer).toMatch(/^\//);
        }
      }),
    );
  });
});
