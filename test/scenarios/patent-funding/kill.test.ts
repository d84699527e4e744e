import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portfolioOf } from '../../../demo/patents/portfolio.ts';
import type { BudgetReport } from '../../../workflows/patent-funding/ledger/routes.ts';
import type { CaseSummary, TimelineEntry } from '../../../workflows/shared/case.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { KillablePlatform } from '../killable-platform.ts';
import { readFunding } from './money-steps.ts';
import { application, patentsOf } from './steps.ts';

/**
 * kill -9 of everything while an application is sent, while its approval reserves the money, while its notice runs, and while finance
 * confirms the payment. People repeat what got no answer; the money is paid once, the ledger adds up and the patents stay claimed.
 */

const data = mkdtempSync(join(tmpdir(), 'killed-'));
const portfolio = portfolioOf(application().applicant.name, 7_500_000, 3);
const BUDGET = '/v1/office/budgets/patent-grant-support';
let platform: KillablePlatform;

beforeAll(async () => {
  platform = await KillablePlatform.start(data);
}, 60_000);
afterAll(async () => {
  await platform.kill();
  rmSync(data, { recursive: true, force: true });
});

it('pays once what was killed four times on its way, and the ledger adds up', async () => {
  const registrar = await platform.signIn('ip-officer');
  await registrar.post('/v1/patent-register/records', { records: portfolio.records });
  await platform.killDuring(() => apply('first'), 300);
  const submitted = await apply('first');
  await platform.pass('PT2M');

  const approve = () => decideOnce('ip-officer', `${submitted.caseId}.review`, { outcome: 'approved' });
  await platform.killDuring(approve, 400);
  await approve();
  await platform.pass('PT3M');
  const { notice } = await progressOf(submitted);
  await platform.killDuring(async () => {}, 0);
  const seconds = Math.ceil((Date.parse(notice?.endsAt ?? '') - (await now())) / 1000) + 2;
  await platform.pass(`PT${seconds}S`, false);
  await platform.pass('PT2M');

  const { payment } = await progressOf(submitted);
  const { orderNumber, amountFen = 0, orderedAt = '' } = payment ?? {};
  const confirmed = {
    outcome: 'confirmed',
    orderNumber,
    amountFen,
    paidOn: orderedAt.slice(0, 10),
    bankReference: '演示凭证1',
  };
  const pay = () => decideOnce('finance-officer', payment?.task.taskId ?? '', confirmed);
  await platform.killDuring(pay, 400);
  await pay();
  await platform.pass('PT3M');

  await expectPaidOnce(submitted, amountFen);
  const again = await apply('second');
  await platform.pass('PT2M');
  const failed = (await patentsOf(await platform.signIn('qiyuan'), again)).map(({ failed: rules = [] }) =>
    rules.map(({ ruleId }) => ruleId),
  );
  expect(failed).toEqual(portfolio.patents.map(() => ['not-funded-before']));
}, 240_000);

async function apply(key: string): Promise<CaseSummary> {
  const enterprise = await platform.signIn('qiyuan');
  const body = { ...application(), patents: portfolio.patents };
  return (await enterprise.post<CaseSummary>('/v1/patent-funding/applications', body, { key })).body;
}

/** Whoever got no answer looks whether the task is still open before deciding it again. */
async function decideOnce(username: string, taskId: string, answer: unknown): Promise<void> {
  const officer = await platform.signIn(username);
  const path = `/v1/desk/tasks/${taskId}`;
  const { body, etag } = await officer.get<DeskTask>(path);
  if (body.status === 'OPEN') await officer.post(`${path}/decision`, { answer }, { etag });
}

async function progressOf(submitted: CaseSummary) {
  return (await readFunding(await platform.signIn('qiyuan'), submitted)).detail.progress ?? {};
}

async function now(): Promise<number> {
  const told = (await (await fetch(`${platform.origin}/local/clock`)).json()) as { now: string };
  return Date.parse(told.now);
}

async function expectPaidOnce(submitted: CaseSummary, amountFen: number): Promise<void> {
  const enterprise = await platform.signIn('qiyuan');
  const { status, detail } = await readFunding(enterprise, submitted);
  expect([status, detail.outcome?.end]).toEqual(['DECIDED', 'paid']);
  const path = `/v1/cases/${submitted.caseId}/timeline?limit=100`;
  const kinds = (await enterprise.get<{ items: TimelineEntry[] }>(path)).body.items.map(({ kind }) => kind);
  for (const once of ['budget-reserved', 'notice-published', 'payment-ordered', 'funding-paid']) {
    expect(kinds.filter((kind) => kind === once)).toEqual([once]);
  }
  const office = await platform.signIn('office');
  const budget = `${BUDGET}/${detail.budgetYear}`;
  const { account } = (await office.get<BudgetReport>(budget)).body;
  expect(account).toMatchObject({ reservedFen: 0, spentFen: amountFen });
  expect(account.allottedFen).toBe(account.remainingFen + account.spentFen);
  const { body } = await office.get(`${budget}/reconciliation`);
  expect(body).toMatchObject({ differences: [] });
}
