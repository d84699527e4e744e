import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import {
  demonstrationRegisters,
  letGoOutAtOnce,
  loadDemonstrationRegister,
  loadRegister,
  startRegister,
  uploadRegister,
} from '../../../demo/register.ts';
import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import type { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { LineFaults, RegisterLoad } from '../../../workflows/listing-certificate/register/contract.ts';
import type { CaseSummary, TimelineEntry } from '../../../workflows/shared/case.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import {
  cellsOf,
  csvOf,
  csvOfRecords,
  gb18030,
  HEADING,
  SAMPLE,
  xlsxOf,
} from '../../functions/listing-certificate/register/register-files.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { contentsReader } from '../stored-contents.ts';
import { decideAll, readCase, submit } from './steps.ts';

const COVERAGE = { fromOn: '2020-01-01', toOn: '2026-05-31' };

let platform: TestPlatform;
let enterprise: Person;
let boards = 0;

beforeAll(async () => {
  platform = await startPlatform();
  enterprise = await platform.signIn('qiyuan');
});
afterAll(() => platform.stop());

const officerOf = (departmentId: string) => platform.signIn(`${departmentId}-officer`);
const kinds = async (submitted: CaseSummary) => (await timeline(submitted)).map(({ kind }) => kind);

async function timeline({ caseId }: CaseSummary): Promise<TimelineEntry[]> {
  const { body } = await enterprise.get<{ items: TimelineEntry[] }>(`/v1/cases/${caseId}/timeline?limit=100`);
  return body.items;
}

/** The group application for the next board. */
async function apply(fields?: string[]): Promise<CaseSummary> {
  const board = (['bse', 'neeq', 'hkex', 'other'] as const)[boards++] ?? 'sse-main';
  return submit(platform, enterprise, { purpose: { kind: 'bond', board }, ...(fields ? { fields } : {}) });
}

/** What the signed credential says. */
async function certified({ caseId }: CaseSummary) {
  const { content } = await enterprise.download(`/v1/cases/${caseId}/certificate`);
  const [, payload = ''] = content.toString().split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).credentialSubject as {
    answeredByRecord: CertificateFacts['byRecord'];
    ruleSet: CertificateFacts['ruleSet'];
  };
}

describe('departments that loaded their registers', () => {
  it('each become version 1 of a register, from a file an officer’s spreadsheet saved', async () => {
    for (const register of demonstrationRegisters()) {
      const officer = await officerOf(register.departmentId);
      const load = await loadDemonstrationRegister(officer, register);
      expect(load).toMatchObject({ status: 'LOADED', version: 1 });
    }
  });

  it('are not asked where they are clean, and asked with the records in view where they are not', async () => {
    const submitted = await apply();

    const { tasks } = await readCase(enterprise, submitted);
    expect(tasks.map((task) => task.departmentId).sort()).toEqual([
      'construction',
      'environment',
      'market-supervision',
      'tax',
    ]);
    const tax = await officerOf('tax');
    const { body } = await tax.get<DeskTask & { enclosure?: unknown }>(
      `/v1/desk/tasks/${submitted.caseId}.tax`,
    );
    expect(body.enclosure).toMatchObject({
      registerVersion: 1,
      records: [{ uscc: '91500105LJDEM0025K', documentNumber: '演示税罚〔2024〕7号' }],
      omitted: 0,
    });

    await decideAll(platform, enterprise, submitted);
    expect(await kinds(submitted)).toEqual([
      'case-submitted',
      'partly-answered-by-record',
      ...Array.from({ length: 4 }, () => 'task-decided'),
      'number-assigned',
      'result-issued',
    ]);
  });

  it('keep their records from the applicant and from the other departments', async () => {
    const submitted = await apply(['environment', 'social-security', 'construction', 'tax']);

    const seen = [
      await enterprise.get(`/v1/cases/${submitted.caseId}`),
      await (await officerOf('environment')).get(`/v1/desk/tasks/${submitted.caseId}.environment`),
    ];

    expect(JSON.stringify(seen)).not.toContain('演示税罚');
    await decideAll(platform, enterprise, submitted);
  });
});

describe('a case whose fields are all clean by record', () => {
  it('is issued without any officer, and every paper says from which register', async () => {
    for (const departmentId of ['environment', 'construction']) {
      const officer = await officerOf(departmentId);
      const file = await xlsxOf([HEADING]);
      const about = { format: 'xlsx' as const, fieldIds: [departmentId], coverage: COVERAGE };
      expect(await loadRegister(officer, about, file)).toMatchObject({ status: 'LOADED', recordCount: 0 });
      await letGoOutAtOnce(officer, { fieldsByRecord: [departmentId], maximumAgeDays: 0 });
    }

    const submitted = await apply(['environment', 'social-security', 'construction']);

    const view = await readCase(enterprise, submitted);
    expect(view).toMatchObject({ status: 'ISSUED', tasks: [] });
    expect(await kinds(submitted)).toEqual([
      'case-submitted',
      'answered-by-record',
      'number-assigned',
      'result-issued',
    ]);
    const { byRecord } = view.detail as ListingDetail;
    expect(byRecord?.map(({ fieldId, registerVersion }) => [fieldId, registerVersion])).toEqual([
      ['environment', 1],
      ['social-security', 1],
      ['construction', 1],
    ]);
    const { answeredByRecord, ruleSet } = await certified(submitted);
    expect(answeredByRecord).toEqual(byRecord);
    expect(ruleSet.uncountedBehaviours.map(({ code }) => code)).toEqual(['administrative-penalty-summary']);
    const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/report.pdf`);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a file that is not good', () => {
  const about = { format: 'csv' as const, fieldIds: ['tax'], coverage: COVERAGE };

  it('changes nothing and is told of line by line', async () => {
    const tax = await officerOf('tax');
    const bad = { ...SAMPLE, documentNumber: '第2号', uscc: '91500112LJDEM0017X', decidedOn: '2023-02-29' };
    const load = await loadRegister(tax, about, csvOfRecords([SAMPLE, bad]));

    expect(load).toMatchObject({ status: 'REFUSED', badLineCount: 1 });
    const { body } = await tax.get<{ items: LineFaults[] }>(`/v1/register/loads/${load.loadId}/faults`);
    expect(body.items.map(({ line, faults }) => [line, faults.map(({ column }) => column)])).toEqual([
      [3, ['uscc', 'decidedOn']],
    ]);
    const register = await tax.get<{ head: { version: number } }>('/v1/register');
    expect(register.body.head.version).toBe(1);
  });

  it('is not even taken by the bucket when it is not the one announced', async () => {
    const tax = await officerOf('tax');
    const { upload, load } = await uploadRegister(tax, about, csvOfRecords([SAMPLE]));
    const other = new Uint8Array(csvOfRecords([{ ...SAMPLE, documentNumber: '演示税罚〔2024〕8号' }]));

    const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: other });

    expect(put.status).toBe(400);
    expect((await startRegister(tax, load)).status).toBe('LOADED');
  });

  it('is loaded once, however often its start is sent, and not again once it has ended', async () => {
    const tax = await officerOf('tax');
    const { load } = await uploadRegister(tax, about, csvOfRecords([]));
    const path = `/v1/register/loads/${load.loadId}`;
    const start = () => tax.post(`${path}/start`, undefined);

    await Promise.allSettled([start(), start(), start()]);
    await platform.settle();

    expect((await tax.get<RegisterLoad>(path)).body).toMatchObject({ status: 'LOADED', version: 3 });
    await expect(start()).rejects.toMatchObject({ problem: { status: 409, code: 'register-load-ended' } });
  });

  it('in GB 18030 is a good one', async () => {
    const tax = await officerOf('tax');
    const file = gb18030(csvOf([HEADING, cellsOf({ ...SAMPLE, behaviourKind: '逾期申报（演示）' })]));

    expect(await loadRegister(tax, about, file)).toMatchObject({ status: 'LOADED', version: 4 });
  });

  it('may come as records in the request', async () => {
    const tax = await officerOf('tax');
    const { body } = await tax.post<{ load: RegisterLoad }>('/v1/register/loads', {
      ...about,
      format: 'json',
      records: [SAMPLE],
    });
    await platform.settle();

    const { body: load } = await tax.get<RegisterLoad>(`/v1/register/loads/${body.load.loadId}`);
    expect(load).toMatchObject({ status: 'LOADED', version: 5, recordCount: 1 });
  });
});

describe('registers that were replaced', () => {
  it('are swept: only the records of those in force are kept', async () => {
    const reader = contentsReader(platform.runtime);
    const contents = await reader.read();
    reader.close();
    const kept = Object.entries(contents).flatMap(([table, items]) =>
      table.includes('RegisterTable') ? items.filter((item) => item.includes('"pk":"records#')) : [],
    );
    const inForce = await Promise.all(
      ['tax', 'social-security'].map(async (departmentId) => {
        const { body } = await (await officerOf(departmentId)).get<{
          head: { loadId: string; recordCount: number };
        }>('/v1/register');
        return body.head;
      }),
    );
    expect(kept).toHaveLength(inForce.reduce((sum, { recordCount }) => sum + recordCount, 0));
    for (const item of kept) expect(inForce.some(({ loadId }) => item.includes(loadId))).toBe(true);
  });
});
