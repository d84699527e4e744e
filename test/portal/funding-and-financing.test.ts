import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPdf } from '../../demo/upload.ts';
import { connectInstitution } from '../../tools/bank-simulator/institution.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { product } from '../functions/financing-demand/financing-world.ts';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { layoutFaults } from './layout.ts';
import { noticedFunding, noticeNumberOf, offeredDemand } from './played-money.ts';
import { PHONE, startBrowser, Visitor } from './visitor.ts';

let platform: TestPlatform;
let browser: Browser;
let enterprise: Visitor;
let page: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform({ schedules: false }), startBrowser()]);
  enterprise = await Visitor.come(browser, platform.origin, { username: 'qiyuan' });
  page = enterprise.page;
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const button = (name: string, of = page) => of.getByRole('button', { name, exact: true });
const day = (days: number) =>
  new Date(platform.runtime.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
/** Somebody at a page, for as long as it takes. */
async function as(username: string, path: string, deed: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await Visitor.come(browser, platform.origin, { username });
  await visitor.go(path);
  expect(await visitor.axe()).toEqual([]);
  await deed(visitor);
  expect(visitor.faults()).toEqual([]);
  await visitor.leave();
}

const HEADING =
  '专利号,专利名称,授权日期,授权公告号,专利权人,地址,已缴官方费用（元）,票据号,已获其他资助（元）\n';
const GOOD = ['一种示范方法', '2025-03-14', 'CN999000001B', '示范公司', '两江新区示范大道1号'];
const LINES = [
  ['ZL202210900001.6', ...GOOD, '3500', '票据1', '0'],
  ['202210900001.7', ...GOOD, '12.345', '票据2', '0'],
];

describe('an enterprise applies for patents by a file', () => {
  it('sees what is wrong in the cells it stands in', async () => {
    await enterprise.go('/matters/patent-funding');
    await page.getByLabel('从 CSV 或 XLSX 文件导入（可选）').setInputFiles({
      name: '清单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(HEADING + LINES.map((line) => line.join(',')).join('\n')),
    });
    await page.getByText('已导入 2 行').waitFor();
    await button('提交申请').click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.locator('.sheet .fault').allTextContents()).toEqual([
      '专利申请号校验位不正确',
      '应为金额（元），最多两位小数',
    ]);
    expect(await page.getByRole('alert').first().textContent()).toContain('第 2 行 专利号或申请号：');
    expect(await enterprise.axe()).toEqual([]);
  });

  it('mends them where they are, after a reload, by pasting from a spreadsheet, and sends it', async () => {
    await page.reload();
    const second = page.getByLabel('专利号或申请号 第 2 行');
    await second.waitFor();
    const text = ['ZL202320900002.0', ...GOOD, '1000.01', '票据2', '0'].join('\t');
    await second.evaluate((cell, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await page.getByText('4,500.01').waitFor();
    await page.getByLabel('联系人姓名').fill('林一鸣（虚构）');
    await page.getByLabel('电话').fill('023-60000000');
    await page.getByLabel('开户银行').fill('两江示范银行');
    await page.getByLabel('账号').fill('6200 0000 0000 0001');
    await button('提交申请').click();
    await page.waitForURL(/\/cases\/pf-/);
    await platform.settle();
  });

  it('reads every rule that a patent fails, with its clause', async () => {
    await page.reload();
    await page.getByText('第四条（一）').first().waitFor();
    expect(await enterprise.axe()).toEqual([]);
  });
});

describe('an enterprise tells what it wants to borrow', () => {
  it('says who sees what, and sends it', async () => {
    const banker = await platform.signIn('bank-one');
    await banker.put('/v1/institutions/me/products', { products: [product()] }, { etag: '"0"' });
    await enterprise.go('/matters/financing-demand');
    await button('提交需求').click();
    await page.getByText('金额下限：缺少必填项').waitFor();
    expect(await enterprise.axe()).toEqual([]);
    await page.getByLabel('金额下限').fill('100');
    await page.getByLabel('金额上限').fill('300');
    await page.getByLabel('可接受的最高年利率').fill('4.35');
    await page.getByLabel('所属行业').selectOption({ label: '装备制造' });
    await page.getByLabel('最迟用款日期').fill(day(30));
    await page.getByLabel('需求有效期至').fill(day(60));
    await page.getByLabel('资金用途').fill('采购原材料（演示）');
    await page.getByLabel('姓名').fill('林一鸣（虚构）');
    await page.getByLabel('电话').fill('023-60000000');
    await page.getByLabel('授权签署人').fill('林一鸣（虚构）');
    await page.getByLabel('全部银行：主体信息').check();
    await button('提交需求').click();
    await page.waitForURL(/\/cases\/fd-/);
    await platform.settle();
  });

  it('takes its consent back with one click, and the bank sees nothing any more', async () => {
    const seen = async () => {
      const banker = await platform.signIn('bank-one');
      const demandId = new URL(page.url()).pathname.split('/').pop();
      return banker.get<{ identity?: { name: string } }>(`/v1/institutions/me/demands/${demandId}`);
    };
    await page.reload();
    await page.getByText('已推送的机构此刻能看到的内容').waitFor();
    expect((await seen()).body.identity?.name).toBe('重庆启元示范智能装备股份有限公司');
    expect(await enterprise.axe()).toEqual([]);

    await page.getByRole('button', { name: /^撤回 / }).click();
    await page.getByText('授权已撤回，立即生效。').waitFor();
    await page.getByText('看不到本需求').waitFor();
    await expect(seen()).rejects.toThrow();
    expect(enterprise.faults()).toEqual([]);
  });
});

describe('an enterprise to which two banks have offered', () => {
  let demand: CaseSummary;

  it('changes what it wants, and finds the offers side by side', async () => {
    demand = await offeredDemand(platform);
    await enterprise.go(`/demands/${demand.caseId}/change`);
    expect(await enterprise.axe()).toEqual([]);
    await page.getByLabel('资金用途').fill('');
    await button('保存修改').click();
    await page.getByText('资金用途：').first().waitFor();
    await page.getByLabel('资金用途').fill('购置设备（演示）');
    await button('保存修改').click();
    await page.waitForURL(/\/cases\/fd-/);
    await page.getByText('购置设备（演示）').waitFor();
    await enterprise.settled();
    expect(await page.locator('.offer .rate').allTextContents()).toEqual(['3.95%', '4.20%']);
    expect(await enterprise.axe()).toEqual([]);
  });

  it('accepts the lower one, and everybody else is told', async () => {
    await page.locator('.offer.best').getByRole('button', { name: '接受报价' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('本需求即告结束').waitFor();
    expect(await enterprise.axe()).toEqual([]);
    await dialog.getByRole('button', { name: '接受报价' }).click();
    await page.getByText('已达成融资').first().waitFor();
    await platform.settle();
    await as('bank-two', '/lists', async ({ page: bank }) => {
      await bank.getByText('已关闭').first().waitFor();
    });
  });
});

describe('a bank that lists are pushed to', () => {
  it('gets a new key, and its lists from the first on as it asks', async () => {
    const now = () => new Date(platform.runtime.clock.now());
    const endpoint = await connectInstitution(await platform.signIn('bank-one'), { now });
    await platform.settle();
    const before = endpoint.received.length;
    await as('bank-one', '/push', async (visitor) => {
      const { page: bank } = visitor;
      await button('更换密钥', bank).click();
      const dialog = bank.getByRole('dialog');
      await dialog.getByLabel('旧密钥').selectOption({ label: '7 天后失效' });
      await dialog.getByRole('button', { name: '更换密钥' }).click();
      await bank.getByText('已启用新密钥。').waitFor();
      await button('显示密钥', bank).click();
      await bank.getByText('使用中').waitFor();
      expect(await bank.getByText(/^whsec_/).count()).toBe(2);
      await bank.getByLabel('从第几期起重新推送').fill('1');
      await button('重新推送', bank).click();
      await bank.getByText('已安排重新推送').waitFor();
      await platform.settle();
      await visitor.go('/push');
      expect(await visitor.axe()).toEqual([]);
    });
    const again = endpoint.received.slice(before);
    expect(again.length).toBeGreaterThan(0);
    expect(again.every(({ genuine }) => genuine)).toBe(true);
    expect(endpoint.lists()[0]?.number).toBe(1);
    await as('office', '/office/endpoints', async ({ page: office }) => {
      await office.getByRole('row', { name: /127\.0\.0\.1:\d+ 推送中/ }).waitFor();
      expect(await layoutFaults(office)).toEqual([]);
    });
    await endpoint.stop();
  });

  it('downloads a list as a workbook', async () => {
    await as('bank-one', '/lists', async ({ page: bank }) => {
      const [download] = await Promise.all([
        bank.waitForEvent('download'),
        button('下载第 1 期（XLSX）', bank).click(),
      ]);
      expect(readFileSync(await download.path(), 'latin1').startsWith('PK')).toBe(true);
    });
  });
});

describe('an intended grant that was published', () => {
  const OBJECTION = '票据与实际缴费不符（演示）';
  let notice: string;

  it('is objected to by anybody on a phone, who sees every fault at once and where it is', async () => {
    const number = await noticeNumberOf(platform, await noticedFunding(platform));
    notice = `${platform.origin}/notices/${number}`;
    const anybody = await Visitor.come(browser, platform.origin, { viewport: PHONE });
    const { page: form } = anybody;
    await form.goto(`/notices/${number}`);
    await form.getByRole('link', { name: '在线提出异议' }).click();
    await button('提交异议', form).click();
    await form.getByText('有 5 处需要修改').waitFor();
    expect(await form.locator('fieldset .fault').allTextContents()).toEqual([
      '缺少必填项',
      '缺少必填项',
      '请至少提供一项证据：网址、摘录或文件',
      '缺少必填项',
      '缺少必填项',
    ]);
    await button('添加网址或摘录', form).click();
    expect(await anybody.axe()).toEqual([]);

    await form.getByRole('checkbox').first().check();
    await form.getByLabel('异议类型').selectOption({ label: '申报内容不实' });
    await form.getByLabel('异议内容和理由').fill(OBJECTION);
    await form.getByLabel('证据名称').fill('缴费记录（演示）');
    await form.getByLabel('内容摘录').fill('登记缴费低于申报（演示）');
    await form.getByLabel('选择证据文件').setInputFiles({
      name: '缴费记录.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(demonstrationPdf()),
    });
    await form.getByText('✓ 缴费记录.pdf').waitFor();
    await form.getByLabel('姓名').fill('王五（虚构）');
    await form.reload();
    await form.getByLabel('电话').fill('023-61111111');
    expect(
      await form.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([]);
    expect(await layoutFaults(form)).toEqual([]);
    await button('提交异议', form).press('Enter');
    await form.getByRole('heading', { name: '异议已提交' }).waitFor();
    expect(await form.locator(':focus').textContent()).toBe('异议已提交');
    expect(await form.locator('.hash').textContent()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await anybody.axe()).toEqual([]);
    expect(anybody.faults()).toEqual([]);
    await anybody.leave();
  });

  it('shows the objection when the office has read it and its evidence', async () => {
    const seen = async () => (await (await fetch(notice)).text()).includes(OBJECTION);
    expect(await seen()).toBe(false);
    await as('office', '/office/patents/objections', async ({ page: office }) => {
      const [download] = await Promise.all([
        office.waitForEvent('download'),
        button('缴费记录.pdf', office).click(),
      ]);
      expect(readFileSync(await download.path()).equals(demonstrationPdf())).toBe(true);
      await button('公开', office).click();
      await office.getByText('没有这样的异议').waitFor();
    });
    expect(await seen()).toBe(true);
  });
});

describe('the office', () => {
  it('drafts a version of a programme, sees what it changes, and publishes it', async () => {
    await as('office', '/office/patents/programmes/patent-grant-support', async (visitor) => {
      const { page: office } = visitor;
      await office.getByRole('link', { name: '以此起草新版本' }).click();
      await office.getByLabel('版本号').waitFor();
      expect(await visitor.axe()).toEqual([]);
      await button('保存草稿', office).click();
      await office.getByText(/^版本号：/).waitFor();
      await office.getByLabel('版本号').fill('演示-2');
      await office.getByLabel('生效日期').fill(day(40));
      await office.getByLabel('来源').fill('演示草稿（虚构）');
      await office.getByLabel('每件发明专利（不填为不资助）').fill('6000');
      await office.reload();
      expect(await office.getByLabel('每件发明专利（不填为不资助）').inputValue()).toBe('6000');
      await button('保存草稿', office).click();
      await office.getByText('6,000.00').waitFor();
      expect(await office.locator('del.before').allTextContents()).toContain('5,000.00');
      await button('试算', office).click();
      await office.getByText('试算资助（元）').first().waitFor();
      expect(await visitor.axe()).toEqual([]);
      await button('发布', office).click();
      await office.getByRole('dialog').getByRole('button', { name: '发布' }).click();
      await office.getByText('已发布', { exact: true }).waitFor();
    });
  });
});
