import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { createVirtualClock } from '../../../local/clock.ts';
import type { DepartmentLoad, Statistics } from '../../../workflows/shared/office-routes.ts';
import type { DepartmentFigures } from '../../../workflows/shared/statistics/figures.ts';
import { reconcile } from '../../../workflows/shared/statistics/reconcile.ts';
import { Recount } from '../../../workflows/shared/statistics/recount.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { answerSupplement, askSupplement, decideAll, submit } from './steps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A Monday morning in Asia/Shanghai. */
const MONDAY = Date.parse('2026-11-16T01:00:00Z');

let platform: TestPlatform;
let office: Person;

/** One case is issued on Friday after a supplement from Tuesday to Thursday, one is withdrawn, one is left open. */
beforeAll(async () => {
  platform = await startPlatform({ schedules: false, clock: createVirtualClock(MONDAY) });
  let enterprise = await platform.signIn('qiyuan');
  const first = await submit(platform, enterprise);
  await platform.pass(DAY_MS);
  const supplement = await askSupplement(platform, `${first.caseId}.environment`);
  await platform.pass(2 * DAY_MS);
  enterprise = await platform.signIn('qiyuan');
  await answerSupplement(platform, enterprise, supplement);
  await platform.pass(DAY_MS);
  enterprise = await platform.signIn('qiyuan');
  await decideAll(platform, enterprise, first);
  const second = await submit(platform, enterprise, { purpose: { kind: 'bond', board: 'bse' } });
  await enterprise.post(`/v1/cases/${second.caseId}/withdrawal`, {});
  await submit(platform, enterprise, { purpose: { kind: 'refinancing', board: 'bse' } });
  office = await platform.signIn('office');
});
afterAll(() => platform.stop());

const statistics = async () => (await office.get<Statistics>('/v1/office/statistics?month=2026-11')).body;

it('the office sees throughput and working days, without those on which the applicant was waited for', async () => {
  const { procedures, departments } = await statistics();

  expect(procedures).toMatchObject([
    { workflow: 'listing-certificate', submitted: 3, concluded: 1, withdrawn: 1, medianWorkingDays: 2 },
  ]);
  const of = (id: string) => departments.find(({ departmentId }) => departmentId === id);
  expect(of('environment')).toMatchObject({ answered: 1, medianWorkingDays: 2 });
  expect(of('tax')).toMatchObject({ answered: 1, medianWorkingDays: 4 });
});

it('every figure agrees with the export of the audit', async () => {
  const recount = new Recount();
  for (let path: string | undefined = '/v1/audit/export'; path; ) {
    const page = await office.page(path);
    for (const text of page.text.split('\n').filter((line) => line !== '')) {
      const line = JSON.parse(text);
      if (line.line === 'entry') recount.take(line.entry);
    }
    path = page.next;
  }
  expect(reconcile(await statistics(), recount.sets())).toEqual([]);
});

it('the workbook is downloaded as it was written', async () => {
  const { content } = await office.download('/v1/office/statistics.xlsx?month=2026-11');
  const [league] = await readExcelFile(content);

  expect(league?.data).toHaveLength((await statistics()).departments.length + 1);
});

it('the office sees what each department has open, and a department its own figures', async () => {
  const { items } = (await office.get<{ items: DepartmentLoad[] }>('/v1/office/overdue')).body;
  expect(items.find(({ departmentId }) => departmentId === 'tax')).toMatchObject({ open: 1, escalated: 0 });

  const officer = await platform.signIn('tax-officer');
  const own = await officer.get<{ figures: DepartmentFigures }>('/v1/departments/me/statistics');
  expect(own.body.figures).toMatchObject({ departmentId: 'tax', answered: 1 });
});
