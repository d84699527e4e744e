import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reportFonts } from '../../../../functions/listing-certificate/report/fonts.ts';
import { PAGE } from '../../../../functions/listing-certificate/report/page-flow.ts';
import { REPORT_FORM } from '../../../../functions/listing-certificate/report/report-form.ts';
import { reportPdf } from '../../../../functions/listing-certificate/report/report-pdf.ts';
import type { CertificateFacts } from '../../../../workflows/listing-certificate/certificate.ts';
import { sampleFacts } from '../sample-facts.ts';
import { inkInside, type RenderedPage, renderedPages, textOf } from './rendered-page.ts';

const JWT = 'header.payload.signature';

function report(facts: CertificateFacts) {
  return reportPdf({
    facts,
    form: REPORT_FORM,
    credentialJwt: JWT,
    verificationUrl: 'http://localhost:4700/verify/LJHG-2026-000123?code=K7QM-3XRT-9PWD',
    fonts: reportFonts(),
  });
}

/** Facts of which registers answered every field. */
function factsByRecord(): CertificateFacts {
  const facts = sampleFacts(5, 20);
  const register = {
    registerVersion: 37,
    registerLoadedAt: '2026-11-17T23:30:00+08:00',
    coverage: { fromOn: '2020-01-01', toOn: '2026-11-16' },
    answeredAt: '2026-11-20T15:41:59+08:00',
  };
  return {
    ...facts,
    byRecord: facts.fields.map(({ id, departmentId }) => ({ departmentId, fieldId: id, ...register })),
  };
}

/** Every text as long as its contract allows. */
function longestFacts(): CertificateFacts {
  const facts = sampleFacts(30, 20);
  return {
    ...facts,
    entities: facts.entities.map((entity) => ({ ...entity, name: '重庆'.repeat(100) })),
    fields: facts.fields.map((field) => ({
      ...field,
      name: { zh: '文化旅游广播电视和文物保护综合', en: field.name.en },
    })),
    matrix: facts.matrix.map((cell) =>
      cell.records
        ? {
            ...cell,
            records: cell.records.map((record) => ({
              ...record,
              authority: '关'.repeat(200),
              outcome: '罚'.repeat(1000),
            })),
          }
        : cell,
    ),
  };
}

describe('the report', () => {
  it('is the same file for the same facts', async () => {
    const [first, second] = [await report(sampleFacts()), await report(sampleFacts())];

    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('carries the signed credential as a file of the same content', async () => {
    const { bytes } = await report(sampleFacts());

    expect(embeddedFile(bytes)).toBe(JWT);
    expect(bytes.toString('latin1')).toMatch(/\/AFRelationship \/Alternative/);
  });

  it('declares itself PDF/A-3b and has the colour profile that demands', async () => {
    const { bytes } = await report(sampleFacts());

    const text = bytes.toString('utf8');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toMatch(/\/OutputIntents \[/);
  });

  it('keeps what people entered out of the metadata, which PDFKit does not escape', async () => {
    const facts = sampleFacts();
    const applicant = { ...facts.applicant, name: 'A & B <有限公司>' };

    const { bytes } = await report({ ...facts, applicant });

    const text = bytes.toString('utf8');
    const metadata = text.slice(text.indexOf('<x:xmpmeta'), text.indexOf('</x:xmpmeta>'));
    expect(metadata).toContain(facts.number);
    expect(metadata).not.toContain('A & B');
  });

  it('is a small file, because only the glyphs it uses are embedded', async () => {
    const { bytes } = await report(sampleFacts(30, 20));

    expect(bytes.byteLength).toBeLessThan(400_000);
  });

  it('says characters the fonts lack by code point, and tells which', async () => {
    const facts = sampleFacts();
    const applicant = { ...facts.applicant, name: '重庆𠮷野家餐饮有限公司' };

    const { unprintable } = await report({ ...facts, applicant });

    expect(unprintable).toEqual(['U+20BB7']);
  });

  it.each([
    ['one entity in three fields', () => sampleFacts(1, 3)],
    ['five entities in five fields', () => sampleFacts(5, 5)],
    ['thirty entities in twenty fields', () => sampleFacts(30, 20)],
    ['more fields than one table holds', () => sampleFacts(6, 47)],
    ['the longest texts', longestFacts],
    ['every field by record', factsByRecord],
  ])('keeps within its margins and above its footer: %s', async (_, facts) => {
    const { bytes } = await report(facts());

    const pages = await renderedPages(bytes);
    for (const page of pages)
      expect(MARGINS.map((box) => inkInside({ page, box }))).toEqual(MARGINS.map(() => 0));
    expect(pages.filter(isEmpty)).toEqual([]);
  });

  it('says of a field answered by record which version of the register of which day, and what counts', async () => {
    const [byRecord, byOfficers] = await Promise.all(
      [factsByRecord(), sampleFacts()].map(async (facts) => textOf((await report(facts)).bytes)),
    );

    const register =
      '依据部门记录库第37版直接答复（2026年11月17日加载，收录2020年1月1日至2026年11月16日作出的决定）';
    expect(byRecord?.split(register)).toHaveLength(20 + 1);
    expect(byOfficers).not.toContain('部门记录库');
    for (const text of [byRecord, byOfficers]) {
      expect(text).toContain('计入的记录类别：普通程序。不计入：简易程序。');
      expect(text).toContain('listing-compliance，2026-1版，2026-01-01起施行');
    }
  });

  it('names the report whose place it takes, what it corrects and the objection that was upheld', async () => {
    const facts = sampleFacts();
    const supersedes = {
      number: 'LJHG-2026-000777',
      issuedAt: '2026-10-09T10:00:00+08:00',
      objectionNumber: 'LO-2026-000042',
      cells: [{ uscc: String(facts.entities[0]?.uscc), fieldId: 'field-0' }],
    };

    const [corrected, first] = await Promise.all(
      [{ ...facts, supersedes }, facts].map(async (one) => textOf((await report(one)).bytes)),
    );

    for (const word of ['更正并取代', 'LJHG-2026-000777', '2026年10月9日', 'LO-2026-000042']) {
      expect(corrected).toContain(word);
      expect(first).not.toContain(word);
    }
  });

  it('grows by pages when the findings do', async () => {
    const [small, large] = await Promise.all(
      [sampleFacts(5, 5), sampleFacts(30, 20)].map(async (facts) =>
        renderedPages((await report(facts)).bytes),
      ),
    );

    expect(small?.length).toBeLessThanOrEqual(3);
    expect(large?.length).toBeGreaterThan(3);
  });

  it('refuses facts whose matrix has a hole', async () => {
    const facts = sampleFacts();

    await expect(report({ ...facts, matrix: facts.matrix.slice(1) })).rejects.toThrow(/has no finding/);
  });
});

/** Nothing is printed here: left, right, top, foot, and between the text and the footer. */
const MARGINS = [
  { x: 0, y: 0, width: 38, height: PAGE.height - 1 },
  { x: PAGE.width - 38, y: 0, width: 37, height: PAGE.height - 1 },
  { x: 0, y: 0, width: PAGE.width - 1, height: 52 },
  { x: 0, y: PAGE.height - 28, width: PAGE.width - 1, height: 27 },
  { x: 0, y: PAGE.height - PAGE.bottom + 2, width: PAGE.width - 1, height: 12 },
];

function isEmpty(page: RenderedPage): boolean {
  const box = { x: PAGE.left, y: PAGE.top, width: 470, height: 600 };
  return inkInside({ page, box }) === 0;
}

function embeddedFile(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const object = text.slice(text.indexOf('/Type /EmbeddedFile'));
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const stream = object.slice(start, object.indexOf('\nendstream'));
  return inflateSync(Buffer.from(stream, 'latin1')).toString();
}
