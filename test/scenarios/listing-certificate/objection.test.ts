import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { CaseSummary, CaseView } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import {
  credentialOf,
  ENVIRONMENT_CELL as ENVIRONMENT,
  issuedWithRecords,
  objectTo,
  RECORD,
  seenByThePublic,
  timelineKinds,
} from './after-issue.ts';
import { decide, readCase } from './steps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TAX = { uscc: '91500112LJDEM0017W', fieldId: 'tax' };

let platform: TestPlatform;
let enterprise: Person;
let issued: CaseView;
let number: string;
let first: string;
let firstPdf: string;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
  issued = await issuedWithRecords(platform, enterprise, ['environment', 'tax']);
  number = String(issued.resultNumber);
  first = await credentialOf(enterprise, issued);
  firstPdf = await pdfHash(number);
});
afterAll(() => platform.stop());

async function pdfHash(of: string): Promise<string> {
  const { content } = await enterprise.download(`/v1/cases/${issued.caseId}/report.pdf?number=${of}`);
  return createHash('sha256').update(content).digest('hex');
}
const answer = (decision: object, cell: object) => () => ({
  decisions: [{ ...cell, reason: '经复核（演示）', ...decision }],
});
const task = (objection: CaseSummary, departmentId: string) => ({
  taskId: `${objection.caseId}.${departmentId}`,
  departmentId,
});

describe('an objection', () => {
  let objection: CaseSummary;

  it('puts the report under objection on the page, in the API and in the status list at once', async () => {
    expect(await seenByThePublic(platform, number, first)).toMatchObject({
      certificate: { status: 'valid' },
      list: { revoked: false, message: 'valid' },
    });

    objection = await objectTo(platform, enterprise, { caseId: issued.caseId, number, ...TAX });

    const seen = await seenByThePublic(platform, number, first);
    expect(seen).toMatchObject({
      certificate: { status: 'under-objection' },
      list: { revoked: false, message: 'under-objection' },
    });
    expect(seen.page).toContain('异议处理中');
    await expect(
      objectTo(platform, enterprise, { caseId: issued.caseId, number, ...TAX }),
    ).rejects.toMatchObject({ problem: { status: 409, present: { caseId: objection.caseId } } });
  });

  it('is shown to the department that produced the fact and to no other', async () => {
    const officer = await platform.signIn('tax-officer');
    const { body } = await officer.get<{ case: unknown; question: unknown }>(
      `/v1/desk/tasks/${objection.caseId}.tax`,
    );
    expect(body.question).toMatchObject({ number, cells: [{ ...TAX, records: [RECORD] }] });

    const other = await platform.signIn('environment-officer');
    await expect(other.get(`/v1/desk/tasks/${objection.caseId}.tax`)).rejects.toMatchObject({
      problem: { status: 403 },
    });
    await expect(other.get(`/v1/cases/${objection.caseId}`)).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });

  it('that is rejected, even late, leaves the report valid again', async () => {
    await platform.pass(30 * DAY_MS);
    enterprise = await platform.signIn('qiyuan');
    expect((await readCase(enterprise, objection)).tasks[0]?.overdueAt).toBeDefined();

    await decide(platform, task(objection, 'tax'), answer({ outcome: 'rejected' }, TAX));
    await platform.settle();

    expect(await readCase(enterprise, objection)).toMatchObject({
      status: 'DECIDED',
      detail: { outcome: { verdict: 'rejected', decisions: [{ reason: '经复核（演示）' }] } },
    });
    expect(await seenByThePublic(platform, number, first)).toMatchObject({
      certificate: { status: 'valid' },
      list: { revoked: false, message: 'valid' },
    });
  });
});

describe('an objection that is upheld', () => {
  let objection: CaseSummary;
  let corrected: string;

  it('leads to a corrected report that takes the place of the first', async () => {
    objection = await objectTo(platform, enterprise, { caseId: issued.caseId, number, ...ENVIRONMENT });
    await decide(
      platform,
      task(objection, 'environment'),
      answer({ outcome: 'upheld', corrected: { finding: 'no-record' } }, ENVIRONMENT),
    );
    await platform.settle();

    const after = await readCase(enterprise, issued);
    corrected = String(after.resultNumber);
    expect(after.status).toBe('ISSUED');
    expect(corrected).not.toBe(number);
    expect(await readCase(enterprise, objection)).toMatchObject({
      status: 'DECIDED',
      resultNumber: corrected,
    });
    const second = await credentialOf(enterprise, issued);
    const old = await seenByThePublic(platform, number, first);
    expect(old).toMatchObject({
      certificate: { status: 'superseded', supersededBy: corrected },
      list: { revoked: true, message: 'superseded' },
    });
    expect(old.page).toContain(corrected);
    expect(await seenByThePublic(platform, corrected, second)).toMatchObject({
      certificate: { status: 'valid', supersedes: number },
      list: { revoked: false, message: 'valid' },
    });
  });

  it('corrects the disputed cell and no other', async () => {
    const findings = async (of: string) => {
      const [, payload] = (await credentialOf(enterprise, issued, of)).split('.');
      const { credentialSubject } = JSON.parse(Buffer.from(String(payload), 'base64url').toString());
      return credentialSubject as {
        entities: { uscc: string; findings: { fieldId: string; verdict: string }[] }[];
        supersedes?: unknown;
      };
    };
    const [before, after] = [await findings(number), await findings(corrected)];
    const elsewhere = ({ entities }: typeof before) =>
      entities.flatMap(({ uscc, findings: cells }) =>
        cells.filter(({ fieldId }) => uscc !== ENVIRONMENT.uscc || fieldId !== ENVIRONMENT.fieldId),
      );
    expect(elsewhere(after)).toEqual(elsewhere(before));
    expect(after.entities[0]?.findings.find(({ fieldId }) => fieldId === 'environment')?.verdict).toBe(
      'no-record',
    );
    expect(after.supersedes).toMatchObject({
      number,
      objectionNumber: objection.caseNumber,
      cells: [ENVIRONMENT],
    });
  });

  it('leaves the PDF of the first as it was', async () => {
    expect(await pdfHash(number)).toBe(firstPdf);
    expect(await pdfHash(corrected)).not.toBe(firstPdf);
  });

  it('stands in both timelines', async () => {
    expect((await timelineKinds(enterprise, issued)).slice(-4)).toEqual([
      'objection-raised',
      'objection-rejected',
      'objection-raised',
      'result-superseded',
    ]);
    expect(await timelineKinds(enterprise, objection)).toEqual([
      'case-submitted',
      'review-planned',
      'task-decided',
      'number-assigned',
      'objection-upheld',
    ]);
  });
});

describe('an objection that is withdrawn', () => {
  it('closes its task at once and leaves the report valid', async () => {
    const corrected = String((await readCase(enterprise, issued)).resultNumber);
    const objection = await objectTo(platform, enterprise, {
      caseId: issued.caseId,
      number: corrected,
      ...TAX,
    });

    await enterprise.post(`/v1/cases/${objection.caseId}/withdrawal`, {});
    expect((await readCase(enterprise, objection)).tasks.map(({ status }) => status)).toEqual(['CLOSED']);
    await platform.settle();

    const credential = await credentialOf(enterprise, issued);
    expect(await seenByThePublic(platform, corrected, credential)).toMatchObject({
      certificate: { status: 'valid' },
      list: { message: 'valid' },
    });
    expect((await timelineKinds(enterprise, issued)).at(-1)).toBe('objection-withdrawn');
  });
});
