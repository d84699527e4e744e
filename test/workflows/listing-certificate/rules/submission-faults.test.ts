import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import faultyApplication from '../../../../seeds/demonstration/faulty-application.json' with { type: 'json' };
import groupApplication from '../../../../seeds/demonstration/group-application.json' with { type: 'json' };
import { judgeSubmission } from '../../../../workflows/listing-certificate/rules/submission-faults.ts';
import { RULES } from './demonstration-rules.ts';

const TODAY = '2026-06-01';
const caller = groupApplication.applicant;
const limits = RULES.limits;

type Application = typeof groupApplication;

function application(change: (body: Application) => void = () => {}): Application {
  const body = structuredClone(groupApplication);
  change(body);
  return body;
}

function faultsOf(body: unknown, todayOn = TODAY): string[] {
  const judged = judgeSubmission(body, { caller, todayOn, rules: RULES });
  return judged.ok ? [] : judged.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const pdf = (size: number) => base64(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9)]));

describe('a submission', () => {
  it('accepts the demonstration application and fills in what may be left out', () => {
    const judged = judgeSubmission(application(), { caller, todayOn: TODAY, rules: RULES });
    expect(judged).toEqual({ ok: true, value: { ...groupApplication, attachmentIds: [] } });

    const { attachments: _, ...bare } = application();
    expect(judgeSubmission(bare, { caller, todayOn: TODAY, rules: RULES })).toMatchObject({
      ok: true,
      value: { attachments: [], attachmentIds: [] },
    });
  });

  it('tells all eight faults of the faulty application in one answer', () => {
    expect(faultsOf(faultyApplication).sort()).toEqual(
      [
        '/entities/1/uscc uscc-check-digit',
        '/entities/3/uscc entity-duplicate',
        '/entities/4/authorisation required',
        '/period period-too-long',
        '/period/toOn period-in-the-future',
        '/fields/2 field-unknown',
        '/fields field-mandatory-missing',
        '/attachments/0/contentBase64 attachment-type-differs',
      ].sort(),
    );
  });

  it('says every fault in Chinese and in English', () => {
    const judged = judgeSubmission(faultyApplication, { caller, todayOn: TODAY, rules: RULES });
    const faults = judged.ok ? [] : judged.faults;
    expect(faults).toHaveLength(8);
    for (const { zh, en } of faults) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it.each<[string, (body: Application) => void, string[]]>([
    [
      'a code of the wrong length',
      (body) => Object.assign(body.entities[1] ?? {}, { uscc: '9150011' }),
      ['/entities/1/uscc uscc-malformed'],
    ],
    [
      'a code with a letter the standard does not use',
      (body) => Object.assign(body.entities[1] ?? {}, { uscc: '91350100M000100IO3' }),
      ['/entities/1/uscc uscc-malformed'],
    ],
    [
      'another enterprise than the one logged in',
      (body) => {
        body.applicant.uscc = '91350100M000100Y43';
        Object.assign(body.entities[0] ?? {}, { uscc: '91350100M000100Y43' });
      },
      ['/applicant/uscc applicant-not-the-caller'],
    ],
    [
      'a name that is not the one the platform knows',
      (body) => {
        body.applicant.name = '另一个名称';
        Object.assign(body.entities[0] ?? {}, { name: '另一个名称' });
      },
      ['/applicant/name applicant-name-differs'],
    ],
    [
      'the applicant missing among the entities',
      (body) => {
        body.entities = body.entities.slice(1);
      },
      ['/entities applicant-missing'],
    ],
    [
      'the applicant under another relation',
      (body) => Object.assign(body.entities[0] ?? {}, { relation: 'subsidiary' }),
      ['/entities/0/relation applicant-relation'],
    ],
    [
      'two entities that both say they are the applicant',
      (body) => Object.assign(body.entities[2] ?? {}, { relation: 'applicant' }),
      ['/entities/2/relation applicant-relation'],
    ],
    [
      'an authorisation signed tomorrow',
      (body) => Object.assign(body.entities[0]?.authorisation ?? {}, { signedOn: '2026-06-02' }),
      ['/entities/0/authorisation/signedOn authorisation-in-the-future'],
    ],
    [
      'a key nobody knows, and a missing contact, beside a rule',
      (body) => {
        Object.assign(body, { contact: undefined, colour: 'red' });
        body.fields.push('environment');
      },
      ['/contact required', '/colour unknown-key', '/fields/6 field-duplicate'],
    ],
    [
      'more attachments than allowed, two of one name',
      (body) => {
        const one = { name: '甲.pdf', mediaType: 'application/pdf', contentBase64: pdf(20) };
        const others = Array.from({ length: 4 }, (_, index) => ({ ...one, name: `${index}.pdf` }));
        body.attachments = [one, one, ...others];
      },
      ['/attachments attachments-too-many', '/attachments/1/name attachment-name-duplicate'],
    ],
    [
      'an attachment of one byte too many',
      (body) =>
        Object.assign(body.attachments[0] ?? {}, { contentBase64: pdf(limits.maximumAttachmentBytes + 1) }),
      ['/attachments/0/contentBase64 attachment-too-large'],
    ],
    [
      'an attachment of a type not allowed',
      (body) => Object.assign(body.attachments[0] ?? {}, { mediaType: 'text/html' }),
      ['/attachments/0/mediaType attachment-type-refused'],
    ],
    [
      'an attachment that is not base64',
      (body) => Object.assign(body.attachments[0] ?? {}, { contentBase64: '%%%%' }),
      ['/attachments/0/contentBase64 attachment-not-base64'],
    ],
    [
      'an empty attachment',
      (body) => Object.assign(body.attachments[0] ?? {}, { contentBase64: '' }),
      ['/attachments/0/contentBase64 attachment-empty'],
    ],
    [
      'a PNG that calls itself a PDF',
      (body) =>
        Object.assign(body.attachments[0] ?? {}, {
          contentBase64: base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
        }),
      ['/attachments/0/contentBase64 attachment-type-differs'],
    ],
  ])('refuses %s', (_, change, expected) => {
    expect(faultsOf(application(change)).sort()).toEqual([...expected].sort());
  });

  it('takes an attachment of exactly the largest size', () => {
    const contentBase64 = pdf(limits.maximumAttachmentBytes);
    expect(
      faultsOf(application((body) => Object.assign(body.attachments[0] ?? {}, { contentBase64 }))),
    ).toEqual([]);
  });

  it('takes a name whose brackets are of the other width', () => {
    const body = application();
    const wide = { uscc: caller.uscc, name: '启元（重庆）公司' };
    body.applicant.name = '启元(重庆)公司';
    Object.assign(body.entities[0] ?? {}, { name: '启元（重庆） 公司' });
    expect(judgeSubmission(body, { caller: wide, todayOn: TODAY, rules: RULES }).ok).toBe(true);
  });

  it.each([
    ['exactly five years', '2021-06-01', '2026-06-01', []],
    ['five years from a 29th of February', '2020-02-29', '2025-02-28', []],
    ['one day more', '2021-05-31', '2026-06-01', ['/period period-too-long']],
    [
      'one day more than five years from a 29th of February',
      '2020-02-29',
      '2025-03-01',
      ['/period period-too-long'],
    ],
    ['today alone', '2026-06-01', '2026-06-01', []],
    ['tomorrow', '2026-01-01', '2026-06-02', ['/period/toOn period-in-the-future']],
    ['an end before the beginning', '2026-01-02', '2026-01-01', ['/period period-reversed']],
    ['a day that does not exist', '2026-02-30', '2026-03-01', ['/period/fromOn invalid-format']],
  ])('judges a period of %s', (_, fromOn, toOn, expected) => {
    expect(faultsOf(application((body) => Object.assign(body, { period: { fromOn, toOn } })))).toEqual(
      expected,
    );
  });

  it('never throws and never accepts, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(judgeSubmission(body, { caller, todayOn: TODAY, rules: RULES }).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('stays faulty whatever part of it is replaced by something else, and says so at a pointer inside that part or at a rule of it', () => {
    const part = fc.constantFrom('applicant', 'entities', 'period', 'purpose', 'contact', 'fields');
    const junk = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean());
    fc.assert(
      fc.property(part, junk, (name, value) => {
        const faults = faultsOf({ ...groupApplication, [name]: value });
        expect(faults.some((fault) => fault.startsWith(`/${name}`))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
