import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { checkPatentsFile } from '../../../functions/patent-funding/check-patents-file.ts';
import { loadPatentRegister } from '../../../functions/patent-funding/load-patent-register.ts';
import { route } from '../../../functions/shared/route.ts';
import { sheetRows } from '../../../functions/shared/spreadsheet/sheet-rows.ts';
import type { ClaimedPatent } from '../../../workflows/patent-funding/contract.ts';
import { LoadPatentRegister } from '../../../workflows/patent-funding/registry/routes.ts';
import { CheckPatentsFile } from '../../../workflows/patent-funding/routes.ts';
import { APPLICATION_COLUMNS } from '../../../workflows/patent-funding/table/application-columns.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import type { TableFile } from '../../../workflows/shared/table/table-file.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { applied, apply, type FundingWorld, formOf, fundingWorld, newPatents } from './funding-world.ts';

const database = useDatabase();
let w: FundingWorld;
beforeEach(() => {
  w = fundingWorld(database.db());
});

const HEADING = APPLICATION_COLUMNS.map(({ headings: [name] }) => name);
type Row = string[];

/** A patent as a clerk writes it. */
const rowOf = (patent: ClaimedPatent): Row => [
  patent.number,
  patent.title,
  patent.grantedOn.replaceAll('-', '/'),
  patent.grantPublicationNumber,
  patent.patentees.join('；'),
  patent.address,
  String(patent.feesFen / 100),
  patent.receipts.join('；'),
  String(patent.receivedElsewhereFen / 100),
  patent.coOwnersWaive ? '是' : '',
];
const csv = (rows: readonly Row[]): TableFile => ({
  format: 'csv',
  contentBase64: Buffer.from(
    rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'),
  ).toString('base64'),
});
const xlsx = async (rows: readonly Row[]): Promise<TableFile> => {
  const bytes = await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  return { format: 'xlsx', contentBase64: bytes.toString('base64') };
};
const faultsOf = (json: Record<string, unknown>) =>
  ((json.faults ?? []) as Fault[]).map(({ pointer, code }) => `${pointer} ${code}`);

describe('an application', () => {
  it('is refused with every fault of every patent and of everything else, and leaves nothing', async () => {
    const [good, ...bad] = await newPatents(w, 6);
    const key = randomUUID();
    const body = {
      ...formOf(),
      programmeId: 'no-such-programme',
      account: { holder: 'Somebody else', bank: 'B', number: '62000000000001' },
      attachmentIds: ['no-such-file'],
      patents: [
        good,
        { ...bad[0], number: '2013106997443' },
        { ...bad[1], number: '12' },
        { ...bad[2], number: good?.number },
        { ...bad[3], grantedOn: '2099-01-01', receivedElsewhereFen: 350_001 },
        { ...bad[4], grantedOn: '2019-12-31', feesFen: -1 },
        { ...bad[4], number: undefined, title: '' },
      ],
    };
    const { status, json } = await apply(w, body, ENTERPRISE, key);
    expect(status).toBe(422);
    expect(faultsOf(json)).toEqual([
      '/account/holder account-not-the-applicants',
      '/programmeId programme-unknown',
      '/patents/1/number patent-number-check-digit',
      '/patents/2/number patent-number-malformed',
      '/patents/3/number patent-twice',
      '/patents/4/grantedOn granted-in-the-future',
      '/patents/4/receivedElsewhereFen received-more-than-paid',
      '/patents/5/feesFen too-small',
      '/patents/6/number required',
      '/patents/6/title too-small',
      '/attachmentIds/0 attachment-unknown',
    ]);
    // The key is free: the same request, mended, is another request.
    expect((await apply(w, { ...formOf(), patents: [good] }, ENTERPRISE, key)).status).toBe(201);
  });

  it('sent again makes one case', async () => {
    const body = { ...formOf(), patents: await newPatents(w, 2) };
    const replies = await Promise.all([1, 2, 3].map(() => apply(w, body, ENTERPRISE, 'the-same-key')));
    expect(new Set(replies.map(({ json }) => json.caseId)).size).toBe(1);
  });

  it('of five hundred patents is kept whole and in order', async () => {
    const patents = await newPatents(w, 500);
    const one = await applied(w, patents);
    expect((await one.rows()).map(({ number }) => number)).toEqual(patents.map(({ number }) => number));
    await one.assess();
    await one.claim();
    expect((await one.holders()).filter((holder) => holder === one.caseId)).toHaveLength(58);
  });

  it.each(['csv', 'xlsx'] as const)('comes as a file, too (%s)', async (format) => {
    const patents = await newPatents(w, 2);
    const rows = [HEADING, ...patents.map(rowOf)];
    const patentsFile = format === 'csv' ? csv(rows) : await xlsx(rows);
    const { status, json } = await apply(w, { ...formOf(), patentsFile });
    expect([status, json]).toMatchObject([201, {}]);
    const kept = await w.applications.read(String(json.caseId));
    expect(kept).toMatchObject(
      patents.map(({ number, feesFen, grantedOn }) => ({ number, feesFen, grantedOn })),
    );
  });

  it('is told what is wrong in its file by line and column', async () => {
    const [one, two] = (await newPatents(w, 2)).map(rowOf);
    const file = csv([
      HEADING,
      one ?? [],
      Array(10).fill(''),
      with_(two ?? [], { 0: '2013106997443', 2: '2025-02-30', 6: '3,500.005', 7: '=A1', 9: '也许' }),
      with_(one ?? [], { 3: '' }),
    ]);
    const { json } = await apply(w, { ...formOf(), patentsFile: file });
    expect(faultsOf(json)).toEqual([
      '/patentsFile/lines/4/授权公告日 cell-date',
      '/patentsFile/lines/4/已缴官方费用（元） cell-yuan',
      '/patentsFile/lines/4/缴费票据号 cell-formula',
      '/patentsFile/lines/4/共有人放弃申领 cell-yes-no',
      '/patentsFile/lines/4/申请号 patent-number-check-digit',
      '/patentsFile/lines/5/授权公告号 required',
      '/patentsFile/lines/5/申请号 patent-twice',
    ]);
  });

  it.each([
    ['without a column', () => csv([HEADING.slice(1)]), '/patentsFile/lines/1 column-missing'],
    ['that is no workbook', () => ({ ...csv([HEADING]), format: 'xlsx' }), '/patentsFile file-unreadable'],
    ['of no format', () => ({ ...csv([HEADING]), format: 'pdf' }), '/patentsFile/format invalid-value'],
    ['without patents', () => csv([HEADING]), '/patentsFile too-small'],
  ])('is refused with a file %s', async (_, file, expected) => {
    const { json } = await apply(w, { ...formOf(), patentsFile: file() });
    expect(faultsOf(json)).toEqual([expected]);
  });
});

describe('a file that is checked', () => {
  it('comes back as it was with what is wrong beside each line, and is taken once it is mended', async () => {
    const patents = await newPatents(w, 2);
    const [one = [], two = []] = patents.map(rowOf);
    const sent = csv([HEADING, one, with_(two, { 0: '2013106997443', 2: '昨天' })]);
    const bytes = await bytesOf(sent);
    const read = await sheetRows(bytes, 'xlsx', { lines: 10, columns: 20 });
    const rows = read.ok ? read.rows : [];
    expect(rows[0]).toEqual([...HEADING, '错误说明']);
    expect(rows[1]).toEqual([...one, '']);
    expect(rows[2]?.at(-1)).toBe(
      '授权公告日：日期不正确，应为 2025-01-31 的形式；申请号：专利申请号校验位不正确',
    );

    const mended = await xlsx([
      [...HEADING, '错误说明'],
      [...one, ''],
      [...two, 'was wrong'],
    ]);
    expect((await apply(w, { ...formOf(), patentsFile: mended })).status).toBe(201);
  });

  async function bytesOf(patentsFile: TableFile): Promise<Buffer> {
    const handler = route(CheckPatentsFile, checkPatentsFile, () => w);
    const { bytes } = await send(handler, {
      actor: ENTERPRISE,
      body: { programmeId: 'patent-grant-support', patentsFile },
    });
    return bytes;
  }
});

describe('the register of patents', () => {
  const load = (body: unknown, actor = OFFICE) =>
    send(
      route(LoadPatentRegister, loadPatentRegister, () => w),
      { actor, body, headers: { 'idempotency-key': randomUUID() } },
    );
  const heading = [
    '申请号',
    '发明名称',
    '申请日',
    '授权公告日',
    '授权公告号',
    '申请（专利权）人',
    '申请人地址',
    'IPC分类号',
    '法律状态',
    '非正常申请列入日期',
  ];

  it('is loaded from a file with the columns that the national office exports', async () => {
    const file = csv([
      heading,
      [
        'CN201310699744.2',
        '方法',
        '2013.12.18',
        '2016-01-20',
        'CN103700000B',
        '甲公司;乙大学',
        '重庆市',
        'H01L 21/02(2006.01);H01L 23/48',
        '有效',
        '2025-10-09',
      ],
    ]);
    expect((await load({ file })).json).toEqual({ loaded: 1 });
    expect((await w.register.find(['2013106997442'])).get('2013106997442')).toEqual({
      number: '2013106997442',
      title: '方法',
      filedOn: '2013-12-18',
      grantedOn: '2016-01-20',
      grantPublicationNumber: 'CN103700000B',
      patentees: ['甲公司', '乙大学'],
      address: '重庆市',
      ipc: ['H01L21/02', 'H01L23/48'],
      legalStatus: 'in-force',
      abnormal: { listedOn: '2025-10-09', list: '非正常专利申请名单' },
    });
  });

  it('takes nothing of a file with a fault, and tells every one', async () => {
    const file = csv([
      heading,
      ['2013106997443', '方法', '', '', '', '甲公司', '', '', '也许', ''],
      ['2013106997442', '', '', '', '', '甲公司', '', 'H01L', '失效', ''],
    ]);
    const { status, json } = await load({ file });
    expect(status).toBe(422);
    expect(faultsOf(json)).toEqual([
      '/file/lines/2/法律状态 cell-legal-status',
      '/file/lines/2/IPC分类号 required',
      '/file/lines/2/申请号 patent-number',
      '/file/lines/3/发明名称 required',
    ]);
  });

  it('is kept by the IP centre and the office', async () => {
    expect((await load({ records: [] }, ENVIRONMENT)).status).toBe(422);
    const [patent] = await newPatents(w, 1);
    const record = (await w.register.find([patent?.number ?? ''])).get(patent?.number ?? '');
    expect((await load({ records: [record] }, ENVIRONMENT)).json.code).toBe('not-the-keeper');
  });
});

function with_(row: Row, changed: Readonly<Record<number, string>>): Row {
  return row.map((cell, index) => changed[index] ?? cell);
}
