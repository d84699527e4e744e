import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portfolioOf } from '../../demo/patents/portfolio.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { readFunding, until } from '../scenarios/patent-funding/money-steps.ts';
import { application, apply, review } from '../scenarios/patent-funding/steps.ts';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { startBrowser, Visitor } from './visitor.ts';

let platform: TestPlatform;
let browser: Browser;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform({ schedules: false }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

describe('from the notice of a grant to its money', () => {
  const portfolio = portfolioOf(application().applicant.name, 8_000_000, 3);
  const come = (username: string) => Visitor.come(browser, platform.origin, { username });
  const today = () => localDateOf(new Date(platform.runtime.clock.now()));
  let funded: CaseSummary;

  /** Opens the one task of the case on the desk of an officer, and sends what is filled in. */
  async function answer(username: string, fill: (page: Page) => Promise<void>): Promise<void> {
    const officer = await come(username);
    await officer.page.locator('table.data a').first().click();
    await fill(officer.page);
    expect(await officer.axe()).toEqual([]);
    await officer.page.getByRole('button', { name: '提交答复' }).click();
    await officer.page.waitForURL(/\/desk$/);
    expect(officer.faults()).toEqual([]);
    await officer.leave();
    await platform.settle();
  }

  beforeAll(async () => {
    const officer = await platform.signIn('ip-officer');
    await officer.post('/v1/patent-register/records', { records: portfolio.records });
    const applicant = await platform.signIn('qiyuan');
    funded = await apply(platform, applicant, { patents: portfolio.patents });
    await review(platform, funded, { outcome: 'approved', excluded: [] });
    const { notice } = (await readFunding(applicant, funded)).detail.progress ?? {};
    if (!notice) throw new Error('there is no notice');
    await fetch(`${platform.origin}/v1/notices/${notice.noticeNumber}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'objection-1' },
      body: JSON.stringify({
        contact: { name: '王五（虚构）', phone: '023-61111111' },
        ground: 'false-statement',
        text: '票据与实际缴费不符（演示）',
        numbers: [portfolio.patents[0]?.number],
        evidence: [{ title: '缴费记录', excerpt: '演示摘录' }],
      }),
    });
    await until(platform, notice.endsAt);
    await platform.pass(2000);
  });

  it('the IP centre decides an objection', async () => {
    await answer('ip-officer', async (page) => {
      await page.getByText('票据与实际缴费不符（演示）').waitFor();
      await page.getByLabel('异议不成立').check();
      await page.getByLabel('理由').fill('经核对票据属实（演示）');
    });
  });

  it('finance returns the order, and the enterprise corrects its account', async () => {
    await answer('finance-officer', async (page) => {
      await page.getByLabel('退回更正').check();
      await page.getByLabel('说明（申请企业可见）').fill('账号不存在（演示）');
    });
    const applicant = await come('qiyuan');
    await applicant.go(`/cases/${funded.caseId}`);
    await applicant.page.getByLabel('账号').fill('6200000000000099');
    expect(await applicant.axe()).toEqual([]);
    await applicant.page.getByRole('button', { name: '提交更正' }).click();
    await applicant.page.getByText('更正已提交').waitFor();
    await applicant.leave();
    await platform.settle();
  });

  it('finance sees what is to be paid, and confirms it by one voucher', async () => {
    const finance = await come('finance-officer');
    await finance.go('/desk/payments');
    await finance.page.getByRole('cell', { name: /6200000000000099/ }).waitFor();
    expect(await finance.axe()).toEqual([]);
    await finance.go('/desk');
    await finance.page.getByLabel(`选择 ${funded.caseNumber}`).check();
    await finance.page.getByRole('button', { name: '确认已支付' }).click();
    const dialog = finance.page.getByRole('dialog');
    await dialog.getByLabel('支付日期').fill(today());
    await dialog.getByLabel('银行凭证号').fill('演示凭证1');
    expect(await finance.axe()).toEqual([]);
    await dialog.getByRole('button', { name: '确认已支付' }).click();
    await finance.page.getByText('没有符合条件的待办').waitFor();
    await finance.leave();
    await platform.settle();
  });

  it('it is asked back where a filing was abnormal, and finance says that it came', async () => {
    const [record] = portfolio.records;
    const abnormal = { ...record, abnormal: { listedOn: '2026-11-20', list: '演示名单' } };
    await (await platform.signIn('ip-officer')).post('/v1/patent-register/records', { records: [abnormal] });
    const officer = await come('ip-officer');
    await officer.go(`/cases/${funded.caseId}`);
    await officer.page.getByText('启动追回（认定为非正常申请）').click();
    await officer.page.getByLabel('专利号，每行一件').fill(String(record?.number));
    await officer.page.getByLabel('认定文书号').fill('演示认定〔2026〕1号');
    await officer.page.getByLabel('追回理由（申请企业可见）').fill('认定为非正常申请（演示）');
    expect(await officer.axe()).toEqual([]);
    await officer.page.getByRole('button', { name: '启动追回' }).click();
    await officer.page.getByText(/^已启动追回/).waitFor();
    await officer.leave();
    await platform.settle();

    await answer('finance-officer', async (page) => {
      await page.getByLabel('到账日期').fill(today());
      await page.getByLabel('银行凭证号').fill('演示退款1');
    });
    const applicant = await come('qiyuan');
    await applicant.go(`/cases/${funded.caseId}`);
    await applicant.page.getByRole('link', { name: /^PR-/ }).click();
    await applicant.page.getByText('已全额退回').first().waitFor();
    expect(await applicant.axe()).toEqual([]);
    await applicant.leave();
  });
});
