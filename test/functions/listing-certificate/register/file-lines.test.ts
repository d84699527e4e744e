import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileLines } from '../../../../functions/listing-certificate/register/file-lines.ts';
import type { RegisterFormat } from '../../../../workflows/listing-certificate/register/contract.ts';
import {
  type JudgedFile,
  judgeFile,
} from '../../../../workflows/listing-certificate/register/rules/judge-file.ts';
import { RULES } from '../../../workflows/listing-certificate/rules/demonstration-rules.ts';
import {
  cellsOf,
  csvOf,
  csvOfRecords,
  gb18030,
  HEADING,
  SAMPLE,
  sha256Of,
  xlsxOf,
} from './register-files.ts';

const context = {
  fields: RULES.catalogue.fields.filter(({ departmentId }) => departmentId === 'tax'),
  ruleSet: RULES.ruleSet,
  coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
};

async function judged(format: RegisterFormat, bytes: Uint8Array): Promise<JudgedFile> {
  const read = await fileLines(bytes, { format, sha256: sha256Of(bytes) });
  return read.ok ? judgeFile(read.lines, context) : read;
}

/** `line column code` of everything that is wrong. */
async function faultsOf(format: RegisterFormat, bytes: Uint8Array): Promise<string[]> {
  const file = await judged(format, bytes);
  if (file.ok) return [];
  return file.lines.flatMap(({ line, faults }) =>
    faults.map(({ column, code }) => [line, column, code].filter((part) => part !== undefined).join(' ')),
  );
}

const changed = (change: Partial<Record<keyof typeof SAMPLE, string>>) => {
  const cells = cellsOf(SAMPLE);
  Object.entries(change).forEach(([column, text]) => {
    cells[Object.keys(SAMPLE).indexOf(column)] = text;
  });
  return cells;
};

describe('a register', () => {
  const text = csvOf([HEADING, cellsOf(SAMPLE)]);

  it.each<[string, RegisterFormat, () => Uint8Array | Promise<Uint8Array>]>([
    ['CSV in UTF-8', 'csv', () => Buffer.from(text)],
    ['CSV in UTF-8 with a byte order mark', 'csv', () => Buffer.from(`\uFEFF${text}`)],
    ['CSV in GB 18030, as Chinese Excel saves it', 'csv', () => gb18030(text)],
    ['CSV with bare line feeds', 'csv', () => Buffer.from(csvOf([HEADING, cellsOf(SAMPLE)], '\n'))],
    ['CSV with English headings', 'csv', () => Buffer.from(csvOf([Object.keys(SAMPLE), cellsOf(SAMPLE)]))],
    [
      'CSV with the columns in another order and blank rows',
      'csv',
      () => Buffer.from(csvOf([[...HEADING].reverse(), [''], cellsOf(SAMPLE).reverse(), ['', '']])),
    ],
    ['XLSX', 'xlsx', () => xlsxOf([HEADING, cellsOf(SAMPLE)])],
    [
      'XLSX with a date as spreadsheets keep dates',
      'xlsx',
      () =>
        xlsxOf([
          HEADING,
          cellsOf(SAMPLE).map((cell) =>
            cell === SAMPLE.decidedOn
              ? { value: new Date('2024-05-20T00:00:00Z'), format: 'yyyy"年"m"月"d"日"' }
              : cell,
          ),
        ]),
    ],
    ['JSON', 'json', () => Buffer.from(JSON.stringify([SAMPLE]))],
  ])('is read from %s', async (_, format, file) => {
    expect(await judged(format, await file())).toEqual({ ok: true, records: [SAMPLE] });
  });

  it.each(['csv', 'xlsx'] as const)('may be empty: a %s file with the heading only', async (format) => {
    const bytes = format === 'csv' ? Buffer.from(csvOf([HEADING])) : await xlsxOf([HEADING]);
    expect(await judged(format, bytes)).toEqual({ ok: true, records: [] });
  });

  it('takes names for codes, lower case in a code, and each way to write a date', async () => {
    const written = ['2024/5/20', '2024.05.20', '2024年5月20日', '45432'];
    const rows = written.map((decidedOn, index) =>
      changed({
        uscc: SAMPLE.uscc.toLowerCase(),
        fieldId: '税务',
        behaviour: '行政处罚（普通程序）',
        documentNumber: `第${index}号`,
        decidedOn,
      }),
    );
    const file = await judged('csv', Buffer.from(csvOf([HEADING, ...rows])));
    expect(file).toEqual({
      ok: true,
      records: written.map((_, index) => ({ ...SAMPLE, documentNumber: `第${index}号` })),
    });
  });
});

describe('of a file with bad lines', () => {
  const rows = [
    HEADING,
    cellsOf(SAMPLE),
    changed({ uscc: '91500112LJDEM0017X', decidedOn: '2023-02-29' }),
    changed({ documentNumber: '', outcome: '罚'.repeat(1001), repaired: '也许' }),
    changed({ fieldId: 'environment', behaviour: 'parking' }),
    changed({ documentNumber: '第2号', decidedOn: '2026-06-01' }),
    changed({ documentNumber: '=HYPERLINK("http://x")' }),
    cellsOf(SAMPLE),
  ];
  const EXPECTED = [
    '3 uscc uscc-invalid',
    '3 decidedOn date-invalid',
    '4 documentNumber cell-missing',
    '4 outcome cell-too-long',
    '4 repaired repaired-invalid',
    '5 fieldId field-unknown',
    '5 behaviour behaviour-unknown',
    '6 decidedOn date-after-coverage',
    '7 documentNumber cell-formula',
    '8 documentNumber record-duplicate',
  ];

  it('every fault is told by line and column, of CSV', async () => {
    expect(await faultsOf('csv', Buffer.from(csvOf(rows)))).toEqual(EXPECTED);
  });

  it('and of XLSX alike', async () => {
    expect(await faultsOf('xlsx', await xlsxOf(rows))).toEqual(EXPECTED);
  });

  it('in Chinese and English', async () => {
    const file = await judged('csv', Buffer.from(csvOf(rows)));
    for (const fault of file.ok ? [] : file.lines.flatMap(({ faults }) => faults)) {
      expect(fault.zh).toMatch(/\p{Script=Han}/u);
      expect(fault.en).toMatch(/^[A-Z][ -~≤]+$/);
    }
  });

  it('records of JSON are told by their place', async () => {
    const { outcome: _, ...without } = SAMPLE;
    const list = [SAMPLE, 'text', { ...without, documentNumber: 'B', colour: 'red', repaired: { a: 1 } }];
    expect(await faultsOf('json', Buffer.from(JSON.stringify(list)))).toEqual([
      '2 record-not-an-object',
      ...['uscc', 'fieldId', 'behaviour', 'documentNumber', 'decidedOn'].map((c) => `2 ${c} cell-missing`),
      ...['authority', 'behaviourKind', 'outcome', 'repaired'].map((c) => `2 ${c} cell-missing`),
      '3 colour column-unknown',
      '3 outcome cell-missing',
      '3 repaired cell-missing',
    ]);
  });
});

describe('a file that is no register', () => {
  const sheet = (xml: string) => workbook(`<sheetData>${xml}</sheetData>`);

  it.each<[string, RegisterFormat, string[], () => Uint8Array | Promise<Uint8Array>]>([
    ['an empty file', 'csv', ['0 file-empty'], () => new Uint8Array()],
    ['text in UTF-16', 'csv', ['0 file-unreadable'], () => Buffer.from('\uFEFF代码', 'utf16le')],
    ['a quote that never ends', 'csv', ['0 file-unreadable'], () => Buffer.from('"a,b\n'.repeat(3))],
    ['one line without end', 'csv', ['0 file-unreadable'], () => Buffer.alloc(1_000_000, 'a')],
    ['a thousand columns', 'csv', ['0 file-too-many-columns'], () => Buffer.from(`a${','.repeat(999)}`)],
    ['a PDF called XLSX', 'xlsx', ['0 file-unreadable'], () => Buffer.from('%PDF-1.7 ...')],
    [
      'a workbook cut in half',
      'xlsx',
      ['0 file-unreadable'],
      async () => (await xlsxOf([HEADING])).subarray(0, 900),
    ],
    ['an archive without a workbook', 'xlsx', ['0 file-unreadable'], () => zipSync({ a: strToU8('b') })],
    ['JSON that is no list', 'json', ['0 file-unreadable'], () => Buffer.from('{"a":1}')],
    ['JSON cut in half', 'json', ['0 file-unreadable'], () => Buffer.from('[{"a":1}')],
    [
      'other headings',
      'csv',
      [
        '1 颜色 column-unknown',
        '1 uscc column-duplicate',
        ...['fieldId', 'behaviour', 'documentNumber', 'decidedOn'].map(
          (column) => `1 ${column} column-missing`,
        ),
        ...['authority', 'behaviourKind', 'outcome', 'repaired'].map(
          (column) => `1 ${column} column-missing`,
        ),
      ],
      () => Buffer.from(csvOf([['统一社会信用代码', '颜色', 'uscc']])),
    ],
    [
      'a cell in the far corner of a sheet, which would fill all memory',
      'xlsx',
      ['0 file-too-many-columns'],
      () => sheet('<row r="9"><c r="XFD9"><v>1</v></c></row>'),
    ],
    [
      'a row far below',
      'xlsx',
      ['0 file-too-many-lines'],
      () => sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    ],
    ['a bomb of 100 MB that says it is small', 'xlsx', ['0 file-unreadable'], () => bomb(100, 1000)],
    ['a bomb of 300 MB in one', 'xlsx', ['0 file-too-large'], () => bomb(300)],
  ])('%s is told so', async (_, format, faults, file) => {
    expect(await faultsOf(format, await file())).toEqual(faults);
  });

  it('is known by its checksum when it is not the file announced', async () => {
    const read = await fileLines(csvOfRecords([SAMPLE]), { format: 'csv', sha256: '0'.repeat(64) });
    expect(read).toMatchObject({ ok: false, lines: [{ line: 0, faults: [{ code: 'file-checksum' }] }] });
  });

  it('is missing when nothing was uploaded', async () => {
    const read = await fileLines(undefined, { format: 'csv', sha256: '0'.repeat(64) });
    expect(read).toMatchObject({ ok: false, lines: [{ line: 0, faults: [{ code: 'file-missing' }] }] });
  });
});

describe('a formula in a workbook', () => {
  const row = (r: number, cells: readonly string[], last: string) =>
    `<row r="${r}">${cells.map((cell, index) => text(r, index, cell)).join('')}${last}</row>`;
  const text = (r: number, index: number, value: string) =>
    `<c r="${String.fromCharCode(65 + index)}${r}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const plain = cellsOf({ ...SAMPLE, behaviourKind: '演示' });
  const file = (repaired: string) =>
    workbook(`<sheetData>${row(1, HEADING, '')}${row(2, plain.slice(0, -1), repaired)}</sheetData>`);

  it('counts as the value that was saved with it', async () => {
    const bytes = file('<c r="I2" t="str"><f>IF(1,"是","否")</f><v>是</v></c>');
    expect(await faultsOf('xlsx', bytes)).toEqual([]);
  });

  it('counts as nothing entered where none was saved', async () => {
    const bytes = file('<c r="I2" t="str"><f>IF(1,"是","否")</f></c>');
    expect(await faultsOf('xlsx', bytes)).toEqual(['2 repaired cell-missing']);
  });
});

/** A workbook written by hand, with what no writer writes. */
function workbook(sheet: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const related = (type: string, target: string) =>
    `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  const files = {
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** Spaces compress a thousandfold: a workbook that unpacks to so many, and says so or not. */
function bomb(megabytes: number, toldBytes = megabytes * 1024 * 1024): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, ' '), { level: 1 });
  const archive = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': packed }, { level: 0 }));
  const directory = archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  for (const [method, size] of [
    [8, 22],
    [directory + 10, directory + 24],
  ] as const) {
    archive.writeUInt16LE(DEFLATED, method);
    archive.writeUInt32LE(toldBytes, size);
  }
  return archive;
}

const DEFLATED = 8;
