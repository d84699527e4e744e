import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberOf, portfolioOf } from '../../demo/patents/portfolio.ts';
import { demonstrationPdf } from '../../demo/upload.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { readFunding, until } from '../scenarios/patent-funding/money-steps.ts';
import { application, apply, patentsOf } from '../scenarios/patent-funding/steps.ts';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { layoutFaults } from './layout.ts';
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

const come = (username: string) => Visitor.come(browser, platform.origin, { username });
const today = () => localDateOf(new Date(platform.runtime.clock.now()));

/** Opens the one task on the desk of an officer, and sends what is filled in. */
async function answer(
  username: string,
  fill: (page: Page) => Promise<void>,
  send = '提交答复',
): Promise<void> {
  const officer = await come(username);
  await officer.page.locator('table.data a').first().click();
  await fill(officer.page);
  expect(await officer.axe()).toEqual([]);
  await officer.page.getByRole('button', { name: send }).click();
  await officer.page.waitForURL(/\/desk$/);
  expect(officer.faults()).toEqual([]);
  await officer.leave();
  await platform.settle();
}

describe('from the review of an application to its money', () => {
  const portfolio = portfolioOf(application().applicant.name, 8_000_000, 4);
  let funded: CaseSummary;

  beforeAll(async () => {
    const officer = await platform.signIn('ip-officer');
    await officer.post('/v1/patent-register/records', { records: portfolio.records });
    const applicant = await platform.signIn('qiyuan');
    funded = await apply(platform, applicant, { patents: portfolio.patents });
  });

  /** Somebody objects to the notice, which then ends. */
  async function objected(): Promise<void> {
    const applicant = await platform.signIn('qiyuan');
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
  }

  it('the IP centre reviews it, and leaves a patent out with its reason', async () => {
    const left = String(portfolio.patents.at(-1)?.number);
    const send = '提交审核';
    await answer(
      'ip-officer',
      async (page) => {
        await page.getByLabel(`不予资助 ${left}`).check();
        await page.getByRole('button', { name: send }).click();
        await page.getByText('有 1 处需要修改').waitFor();
        await page.getByLabel(`${left} 不予资助的理由`).fill('票据与缴费记录不符（演示）');
      },
      send,
    );
    const rows = await patentsOf(await platform.signIn('qiyuan'), funded);
    expect(rows.filter(({ excluded }) => excluded).map(({ number }) => number)).toEqual([left]);
  });

  it('the IP centre decides an objection', async () => {
    await objected();
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
    // The form is gone as soon as the payment is ordered anew, which may be at once; the timeline stays.
    await applicant.page
      .getByText(/更正已提交|已更正收款账户/)
      .first()
      .waitFor();
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

describe('a filing that is examined before it is made', () => {
  const NUMBER = numberOf(9_100_001, 1, 2026);
  let applicant: Visitor;

  it('is registered by the enterprise, which is told what is missing', async () => {
    applicant = await come('qiyuan');
    const { page } = applicant;
    await applicant.go('/matters/pre-examination');
    await page.getByRole('button', { name: '提交预审' }).click();
    await page.getByText(/^有 \d+ 处需要修改/).waitFor();
    await page.getByLabel('发明名称').fill('一种示范晶圆检测方法（虚构）');
    await page.getByLabel('产业').selectOption({ label: '集成电路' });
    await page.getByLabel('国际分类号').fill('H01L21/66');
    await page.getByLabel('姓名').fill('林一鸣（虚构）');
    await page.getByLabel('电话').fill('023-60000000');
    await page.getByLabel('选择文件').setInputFiles({
      name: '说明书（演示）.pdf',
      mimeType: 'application/pdf',
      buffer: demonstrationPdf(),
    });
    await page.getByText('✓ 说明书（演示）.pdf').waitFor();
    expect(await applicant.axe()).toEqual([]);
    await page.getByRole('button', { name: '提交预审' }).click();
    await page.waitForURL(/\/cases\/pe-/);
    await platform.settle();
  });

  it('passes, and its certificate is printed on one sheet', async () => {
    await answer('ip-officer', async (page) => {
      await page.getByText('一种示范晶圆检测方法（虚构）').waitFor();
      await page.getByLabel('合格，出具预审合格证明').check();
    });
    const { page } = applicant;
    const casePath = new URL(page.url()).pathname;
    await page.reload();
    await page.getByRole('link', { name: '打印证明' }).click();
    await page.getByText('最迟提交申请').waitFor();
    await applicant.settled();
    expect(await applicant.axe()).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    await applicant.go(casePath);
  });

  it('is followed from its number to the grant that the IP centre loads, once the file has no fault', async () => {
    const { page } = applicant;
    await page.getByLabel('专利申请号').fill(NUMBER);
    await page.getByLabel('申请日').fill(today());
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByRole('button', { name: '查询是否已授权' }).click();
    await page.getByText('登记信息显示尚未授权').waitFor();

    const officer = await come('ip-officer');
    await officer.go('/desk/patent-register');
    const load = (status: string) =>
      officer.page.getByLabel('上传 XLSX 或 CSV').setInputFiles({
        name: '专利登记.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          `申请号,发明名称,授权公告日,申请（专利权）人,IPC分类号,法律状态\n${NUMBER},一种示范晶圆检测方法（虚构）,${today()},示范公司,H01L21/66,${status}\n`,
        ),
      });
    await load('不详');
    await officer.page.getByRole('row', { name: '2 法律状态' }).waitFor();
    expect(await officer.axe()).toEqual([]);
    expect(await layoutFaults(officer.page)).toEqual([]);
    await load('有效');
    await officer.page.getByText('已加载 1 件专利').waitFor();
    expect(officer.faults()).toEqual([]);
    await officer.leave();

    await page.getByRole('button', { name: '查询是否已授权' }).click();
    await page.getByText('授权公告日').waitFor();
    expect(await applicant.axe()).toEqual([]);
    expect(applicant.faults()).toEqual([]);
    await applicant.leave();
  });
});
