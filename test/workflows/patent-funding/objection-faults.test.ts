import { describe, expect, it } from 'vitest';
import { judgeObjection } from '../../../workflows/patent-funding/notice/rules/objection-faults.ts';
import { patentNumber } from './samples.ts';

const number = patentNumber(2020, 1, 1);
const notice = { patents: [{ number, title: 't', kind: 'invention', amountFen: 1 } as const] };
const objection = {
  contact: { name: '王五（虚构）', phone: '023-61111111' },
  ground: 'other',
  text: '与事实不符（演示）',
  evidence: [{ title: 't', excerpt: 'e' }],
};
const judged = (changed: object) => judgeObjection({ ...objection, ...changed }, notice);

describe('an objection', () => {
  it.each([
    ['what evidence says', {}],
    ['where it is read', { evidence: [{ title: 't', url: 'https://example.org/a' }] }],
    ['a file', { evidence: [], attachmentIds: ['att-1'] }],
  ])('may rest on %s', (_, changed) => {
    expect(judged(changed)).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', { evidence: [] }, ['/evidence no-evidence']],
    ['a title alone', { evidence: [{ title: 't' }] }, ['/evidence/0 empty-evidence']],
    ['a patent that is not noticed', { numbers: ['2013106997442'] }, ['/numbers/0 not-in-notice']],
    ['six files', { attachmentIds: ['1', '2', '3', '4', '5', '6'] }, ['/attachmentIds too-big']],
    [
      'nothing at all, all of which is told at once',
      { contact: { name: '王五（虚构）' }, numbers: ['2013106997442'], evidence: [] },
      ['/contact/phone required', '/evidence no-evidence', '/numbers/0 not-in-notice'],
    ],
    [
      'a page without TLS',
      { evidence: [{ title: 't', url: 'http://a.example' }] },
      ['/evidence/0/url invalid-format'],
    ],
  ])('may not rest on %s', (_, changed, expected) => {
    const { faults } = judged(changed) as { faults: { pointer: string; code: string }[] };
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});
