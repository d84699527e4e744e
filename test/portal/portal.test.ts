import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPdf } from '../../demo/upload.ts';
import type { CaseView } from '../../workflows/shared/case.ts';
import { decideAll, groupApplication, readCase } from '../scenarios/listing-certificate/steps.ts';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { layoutFaults } from './layout.ts';
import { letPass } from './played-cases.ts';
import { scriptBytes } from './script-bytes.ts';
import { PHONE, startBrowser, Visitor } from './visitor.ts';

let platform: TestPlatform;
let browser: Browser;
let enterprise: Visitor;
const come = (visit: Parameters<typeof Visitor.come>[2]) => Visitor.come(browser, platform.origin, visit);

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), startBrowser()]);
  enterprise = await come({ username: 'qiyuan' });
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function fillGroup(page: Page): Promise<void> {
  const [applicant, subsidiary] = groupApplication().entities;
  await button(page, '添加主体').click();
  const forms = page.locator('fieldset');
  for (const [index, entity] of [applicant, subsidiary].entries()) {
    const form = forms.nth(index);
    if (index > 0) {
      await form.getByLabel('名称').fill(entity?.name ?? '');
      await form.getByLabel('统一社会信用代码').fill(entity?.uscc ?? '');
    }
    await form.getByLabel('授权签署人').fill(entity?.authorisation.signatory ?? '');
    await form.getByLabel('签署日期').fill(entity?.authorisation.signedOn ?? '');
  }
}

describe('an enterprise applies for its group', () => {
  it('sees every fault where it is, and may not send before', async () => {
    const { page } = enterprise;
    await enterprise.go('/matters/listing-certificate');
    await button(page, '5. 核对并提交').click();
    await button(page, '提交申请').click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.locator('.fault').allTextContents()).not.toEqual([]);
    expect(await enterprise.axe()).toEqual([]);
  });

  it('finds what it wrote again after a reload', async () => {
    const { page } = enterprise;
    await fillGroup(page);
    await page.reload();
    const second = page.locator('fieldset').nth(1);
    expect(await second.getByLabel('名称').inputValue()).toBe(groupApplication().entities[1]?.name);
  });

  it('goes through the steps', async () => {
    const { page } = enterprise;
    await button(page, '下一步').click();
    await button(page, '选中全部必选领域').click();
    expect(await enterprise.axe()).toEqual([]);
    await button(page, '下一步').click();
    await page.getByLabel('起始日期').fill('2023-01-01');
    await page.getByLabel('截止日期').fill('2025-12-31');
    await button(page, '下一步').click();
    await page.getByLabel('姓名').fill('林一鸣（虚构）');
    await page.getByLabel('电话').fill('+86 23 0000 0000');
    expect(await enterprise.axe()).toEqual([]);
  });

  it('signs in again when its session ends, and finds its form as it was; the file it chose arrives', async () => {
    const { page } = enterprise;
    await letPass(platform, 'PT13H');
    await page.context().clearCookies();
    await page.getByLabel('选择文件').setInputFiles({
      name: '授权书（演示）.pdf',
      mimeType: 'application/pdf',
      buffer: demonstrationPdf(),
    });
    await page.locator('button[value="qiyuan"]').click();
    await page.getByText('✓ 授权书（演示）.pdf').waitFor();
    expect(await page.getByLabel('姓名').inputValue()).toBe('林一鸣（虚构）');
  });

  it('is told when there is no connection, loses nothing, and sends it when there is one', async () => {
    const { page } = enterprise;
    await button(page, '下一步').click();
    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await button(page, '提交申请').click();
    await page.getByText('网络连接中断，内容已保留在本机').waitFor();
    await button(page, '重试').click();
    await page.getByText('仍未连接').waitFor();
    expect(await enterprise.axe()).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('网络已断开').waitFor({ state: 'detached' });
    await button(page, '提交申请').click();
    await page.waitForURL(/\/cases\/lc-/);
    await platform.settle();
  });

  it('sees the procedure, who has it and until when', async () => {
    const { page } = enterprise;
    await page.reload();
    await enterprise.settled();
    await page.locator('.picture .node').first().waitFor();
    expect(await page.locator('.picture .node').count()).toBeGreaterThan(4);
    expect(await page.getByText(/还有 \d+ 个工作日/).count()).toBeGreaterThan(0);
    expect(await enterprise.axe()).toEqual([]);
  });

  it('loads at most 300 kB of script for its home, packed', async () => {
    const newcomer = await come({ username: 'lanxin' });
    await newcomer.settled();
    const session = await newcomer.page.context().newCDPSession(newcomer.page);
    await session.send('Network.clearBrowserCache');
    const bytes = await scriptBytes(newcomer.page, () => newcomer.go('/'));
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(300_000);
    await newcomer.leave();
  });

  it('is nobody else’s to see: another enterprise is told nothing', async () => {
    const other = await come({ username: 'lanxin' });
    await other.go(new URL(enterprise.page.url()).pathname);
    await other.page.getByRole('heading', { name: '没有找到这个页面' }).waitFor({ state: 'attached' });
    await other.go('/desk');
    await other.page.getByRole('heading', { name: '没有找到这个页面' }).waitFor({ state: 'attached' });
    await other.leave();
  });
});

describe('departments answer', () => {
  async function openTask(username: string): Promise<Visitor> {
    const officer = await come({ username });
    await officer.page.locator('table.data a').first().click();
    await officer.page.locator('.matrix').waitFor();
    return officer;
  }
  async function send(officer: Visitor): Promise<void> {
    await button(officer.page, '提交答复').click();
    await officer.page.waitForURL(/\/desk$/);
    expect(officer.faults()).toEqual([]);
    await officer.leave();
    await platform.settle();
  }

  it('one fills the matrix by keyboard', async () => {
    const officer = await openTask('environment-officer');
    const { page } = officer;
    await button(page, '签收').click();
    await button(page, '退回').waitFor();
    await page.locator('[data-place="0 0"]').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await page.locator('.cell.no-record').count()).toBe(2);
    expect(await officer.axe()).toEqual([]);
    await send(officer);
  });

  it('one lists a record, and is told what it lacks', async () => {
    const officer = await openTask('social-security-officer');
    const { page } = officer;
    await page.locator('[data-place="0 0"]').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('r');
    await button(page, '添加记录').click();
    await button(page, '提交答复').click();
    await page.getByText('还不能提交').waitFor();
    await page.getByLabel('文书号').fill('演示罚字〔2024〕第7号');
    await page.getByLabel('决定日期').fill('2024-05-20');
    await page.getByLabel('决定机关').fill('演示税务局（虚构）');
    await page.getByLabel('行为种类').fill('逾期申报（演示）');
    await page.getByLabel('处理结果').fill('罚款人民币200元（演示）');
    await send(officer);
  });

  it('one asks for a supplement, which the enterprise answers with a file', async () => {
    const officer = await openTask('construction-officer');
    await officer.page.getByText('要求企业补正（办理时限暂停）').click();
    await officer.page.getByLabel('需要补正的内容').fill('请补充施工许可证编号（演示）');
    await button(officer.page, '发出补正要求').click();
    await officer.page.getByText('正在等待企业补正').waitFor();
    await platform.settle();

    const { page } = enterprise;
    await enterprise.go('/');
    await page.getByRole('link', { name: /要求补正/ }).click();
    await page.getByLabel('说明').fill('施工许可证编号：演示-0001（虚构）');
    await page.getByLabel('选择附件').setInputFiles({
      name: '许可证（演示）.pdf',
      mimeType: 'application/pdf',
      buffer: demonstrationPdf(),
    });
    await page.getByText('✓ 许可证（演示）.pdf').waitFor();
    expect(await enterprise.axe()).toEqual([]);
    await button(page, '提交补正').click();
    await page.waitForURL(/\/cases\/lc-/);
    await platform.settle();

    await officer.page.reload();
    await button(officer.page, '其余全部填“无记录”').click();
    await send(officer);
  });
});

describe('the report', () => {
  it('is there to download and to verify once every department has answered', async () => {
    const person = await platform.signIn('qiyuan');
    const { items } = (await person.get<{ items: CaseView[] }>('/v1/cases')).body;
    const [submitted] = items;
    if (!submitted) throw new Error('there is no case');
    await decideAll(platform, person, submitted);
    const issued = await readCase(person, submitted);
    expect(issued.status).toBe('ISSUED');

    const { page } = enterprise;
    await enterprise.go(`/cases/${issued.caseId}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, '下载报告（PDF）').click(),
    ]);
    expect(readFileSync(await download.path(), 'latin1').startsWith('%PDF-')).toBe(true);
    expect(await page.getByText('流程运行状态').count()).toBe(0);
    await page.getByRole('link', { name: '核验页面' }).click();
    await page.getByText('有效').first().waitFor();
    expect(await enterprise.axe()).toEqual([]);
    expect(enterprise.faults()).toEqual([]);
  });
});

describe('the machine of a case', () => {
  it('is there for engineers as it runs: its states, and what became of each', async () => {
    const { items } = (await (await platform.signIn('qiyuan')).get<{ items: CaseView[] }>('/v1/cases')).body;
    const office = await come({ username: 'office' });
    const { page } = office;
    await office.go(`/cases/${items[0]?.caseId}`);
    await page.getByRole('link', { name: '流程运行状态' }).click();
    await page.locator('.picture .node.done', { hasText: 'PublishCertificate' }).waitFor();
    expect(await page.locator('.picture .node.next', { hasText: 'CaseFailed' }).count()).toBe(1);
    expect(await page.getByRole('row', { name: /PlanReview/ }).count()).toBe(1);
    expect(await office.axe()).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    expect(office.faults()).toEqual([]);
    await office.leave();
  });
});

describe('every page', () => {
  it.each([
    ['qiyuan', ['/', '/matters', '/matters/patent-funding', '/matters/financing-demand', '/cases', '/inbox']],
    ['bank-one', ['/lists', '/products', '/push']],
    ['environment-lead', ['/desk', '/desk/staff', '/desk/statistics']],
    ['office', ['/office', '/office/cases', '/office/statistics', '/office/audit', '/office/calendars']],
  ])(
    'of %s is clean by axe in English on a phone, and lies well on a phone, a wall and paper',
    async (username, paths) => {
      const visitor = await come({ username, viewport: PHONE, language: 'en' });
      for (const path of paths) {
        await visitor.go(path);
        expect([path, ...(await visitor.axe())]).toEqual([path]);
        expect([path, ...(await layoutFaults(visitor.page))]).toEqual([path]);
        const text = (await visitor.page.locator('nav, h2, th, button').allTextContents()).join(' ');
        expect(text.replaceAll('中文', '')).not.toMatch(/\p{Script=Han}/u);
      }
      expect(visitor.faults()).toEqual([]);
      await visitor.leave();
    },
  );
});
