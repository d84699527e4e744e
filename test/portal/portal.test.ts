import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationRegisters } from '../../demo/register.ts';
import { seedFile } from '../../demo/seed.ts';
import { keepStaffList } from '../../demo/staff.ts';
import { demonstrationPdf } from '../../demo/upload.ts';
import type { Output } from '../../portal/src/api/client.ts';
import { REGISTER_COLUMNS } from '../../workflows/listing-certificate/register/columns.ts';
import { AuditVerifier } from '../../workflows/shared/audit/audit-verifier.ts';
import type { ListCalendars } from '../../workflows/shared/calendar-routes.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import { daysAfter, localDateOf } from '../../workflows/shared/working-days.ts';
import { decideAll, groupApplication, readCase, submit } from '../scenarios/listing-certificate/steps.ts';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { layoutFaults } from './layout.ts';
import { letPass } from './played-cases.ts';
import { scriptBytes } from './script-bytes.ts';
import { PHONE, startBrowser, Visitor } from './visitor.ts';

let platform: TestPlatform;
let browser: Browser;
let enterprise: Visitor;
/** The case that is issued, and the one that renews it. */
let casePath: string;
let newer: string;
const come = (visit: Parameters<typeof Visitor.come>[2]) => Visitor.come(browser, platform.origin, visit);

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), startBrowser()]);
  enterprise = await come({ username: 'qiyuan' });
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** So many days from now. */
const day = (days: number) => daysAfter(localDateOf(new Date(platform.runtime.clock.now())), days);
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: demonstrationPdf() });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** Pages so small that there are many. */
const inPagesOf = (limit: number, page: Page, lists: string) =>
  page.route(lists, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', String(limit));
    return route.continue({ url: url.href });
  });

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
    await page.getByLabel(/^工程建设/).check();
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
    await page.getByLabel('选择文件').setInputFiles(pdf('授权书（演示）.pdf'));
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

/** Lays records of a register before the officer, of which some did not fit. */
async function layRecordsBefore(page: Page): Promise<void> {
  await page.route(/\/v1\/desk\/tasks\/[^/?]+$/, async (route) => {
    const response = await route.fetch();
    const task = await response.json();
    const record = {
      uscc: task.question.entities[0].uscc,
      fieldId: task.question.fieldIds[0],
      behaviour: 'administrative-penalty-ordinary',
      documentNumber: '演示环罚〔2024〕第3号',
      decidedOn: '2024-03-11',
      authority: '演示生态环境局（虚构）',
      behaviourKind: '未按证排污（演示）',
      outcome: '罚款人民币20000元（演示）',
      repaired: false,
    };
    const coverage = { fromOn: '2020-01-01', toOn: '2026-10-31' };
    const enclosure = { registerVersion: 7, coverage, records: [record], omitted: 3 };
    await route.fulfill({ response, json: { ...task, enclosure } });
  });
}

/** Two files whose verdicts come later, as those of GuardDuty: one is good, also after a reload and sent only once; one is not. */
async function chooseFilesThatAreScannedLater(page: Page): Promise<void> {
  let told: object | undefined = { state: 'SCANNING', scan: undefined };
  let announced = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/attachments')) announced++;
  });
  await page.route(/\/v1\/attachments\/[^/]+(\/completion)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...told } });
  });
  const scanning = page.getByText('正在扫描恶意软件');

  await page.getByLabel('选择附件').setInputFiles(pdf('许可证（演示）.pdf'));
  await scanning.waitFor();
  await page.reload();
  await scanning.waitFor();
  told = undefined;
  await page.getByText('✓ 许可证（演示）.pdf').waitFor();
  await page.getByText('由本机扫描桩 eicar-stub 扫描').waitFor();
  expect(announced).toBe(1);

  told = { state: 'SCANNING', scan: undefined };
  await page.getByLabel('选择附件').setInputFiles(pdf('另一份（演示）.pdf'));
  await scanning.waitFor();
  told = { state: 'REFUSED', refusal: { code: 'malware', zh: '发现恶意软件', en: 'Malware was found' } };
  await page.getByText('发现恶意软件').waitFor();
  await button(page, '移除 另一份（演示）.pdf').click();
  await page.unroute(/\/v1\/attachments\/[^/]+(\/completion)?$/);
}

describe('departments answer', () => {
  async function openTask(username: string, prepare = async (_: Page) => {}): Promise<Visitor> {
    const officer = await come({ username });
    await prepare(officer.page);
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

  /** And sees what was written last, the earlier beneath it. */
  async function commentTwice(page: Page): Promise<void> {
    await inPagesOf(1, page, '**/comments?*');
    await page.getByText(/^意见/).click();
    const comments = page.locator('details[open] li');
    for (const text of ['第一条意见（演示）', '第二条意见（演示）']) {
      await page.locator('details[open]').getByLabel('新增').fill(text);
      await page.locator('details[open]').getByRole('button', { name: '保存' }).click();
      await comments.first().filter({ hasText: text }).waitFor();
    }
    await button(page, '显示更早的').click();
    await comments.nth(1).filter({ hasText: '第一条意见（演示）' }).waitFor();
    await page.getByText(/^意见/).click();
  }

  it('one is shown what its register knows and how much is left out, and fills the matrix by keyboard', async () => {
    const officer = await openTask('environment-officer', layRecordsBefore);
    const { page } = officer;
    await page.getByText('另有 3 条较早的匹配记录未列出').waitFor();
    await page.getByText('记录库第 7 版').waitFor();
    await page.getByRole('row', { name: /行政处罚（普通程序） .*演示生态环境局.* 否$/ }).waitFor();
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
    await commentTwice(officer.page);
    await officer.page.getByText('要求企业补正（办理时限暂停）').click();
    await officer.page.getByLabel('需要补正的内容').fill('请补充施工许可证编号（演示）');
    await officer.page.getByRole('group', { name: '涉及的内容' }).getByLabel('工程建设').check();
    await officer.page.getByLabel('选择给企业的附件').setInputFiles(pdf('填报表（演示）.pdf'));
    await officer.page.getByText('✓ 填报表（演示）.pdf').waitFor();
    expect(await officer.axe()).toEqual([]);
    await button(officer.page, '发出补正要求').click();
    await officer.page.getByText('正在等待企业补正').waitFor();
    await officer.page.getByText('待企业补正，时限暂停').waitFor();
    expect(await officer.page.locator('.due').count()).toBe(0);
    await platform.settle();

    const { page } = enterprise;
    await enterprise.go('/');
    await page.getByRole('link', { name: /要求补正/ }).click();
    await page.getByText('（涉及：工程建设）').waitFor();
    await button(page, '填报表（演示）.pdf').waitFor();
    await page.getByLabel('说明').fill('施工许可证编号：演示-0001（虚构）');
    await chooseFilesThatAreScannedLater(page);
    expect(await enterprise.axe()).toEqual([]);
    await button(page, '提交补正').click();
    await page.waitForURL(/\/cases\/lc-/);
    await platform.settle();

    await officer.page.reload();
    await officer.page.getByText('施工许可证编号：演示-0001（虚构）').waitFor();
    await officer.page
      .getByRole('article')
      .getByRole('button', { name: /^许可证（演示）/ })
      .waitFor();
    await button(officer.page, '其余全部填“无记录”').click();
    await officer.page.getByLabel('选择随答复的附件').setInputFiles(pdf('核查意见（演示）.pdf'));
    await officer.page.getByText('✓ 核查意见（演示）.pdf').waitFor();
    expect(await officer.axe()).toEqual([]);
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
    casePath = `/cases/${issued.caseId}`;
    await enterprise.go(casePath);
    await button(page, '核查意见（演示）.pdf').waitFor();
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
    await inPagesOf(2, page, '**/timeline?*');
    await office.go(`/cases/${items[0]?.caseId}`);
    const happened = page.locator('.timeline li');
    expect(await happened.first().textContent()).toContain('已出具');
    expect(await happened.count()).toBe(2);
    await button(page, '显示更早的').click();
    await happened.nth(2).waitFor();
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

const OFFICE_MONEY = ['programmes', 'budgets', 'objections'].map((page) => `/office/patents/${page}`);
const PUBLIC = ['/programmes', '/financing-statistics'];

describe('every page', () => {
  it.each([
    ['qiyuan', ['/', '/matters', '/matters/patent-funding', '/matters/financing-demand', '/cases', '/inbox']],
    ['bank-one', ['/lists', '/products', '/push']],
    ['environment-lead', ['/desk', '/desk/staff', '/desk/register', '/desk/statistics']],
    ['finance-officer', ['/desk/payments']],
    [
      'office',
      [
        '/office',
        '/office/tasks?department=environment',
        '/office/notifications',
        '/office/cases',
        '/office/statistics',
        '/office/audit',
        '/office/calendars',
      ],
    ],
    ['office', ['/office/rules', '/office/statistics/financing', ...OFFICE_MONEY, ...PUBLIC]],
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

interface Typed {
  readonly path: string;
  /** What opens the form. */
  readonly open?: string;
  readonly label: string;
  readonly text: string;
}

const PROGRAMME = '/office/patents/programmes/patent-grant-support';
const TYPED: readonly (readonly [string, readonly Typed[]])[] = [
  [
    'environment-lead',
    [
      { path: '/desk/staff', label: '姓名', text: '赵经办（虚构）' },
      { path: '/desk/staff', label: '起始日期', text: '2026-12-01' },
      { path: '/desk/register', label: '至（含当日）', text: '2026-06-30' },
    ],
  ],
  [
    'office',
    [
      { path: '/office/calendars', label: '来源（通知文号和标题）', text: '演示通知〔2027〕1号' },
      { path: PROGRAMME, open: '依规定终止项目', label: '条款内容（中文）', text: '自该日起终止（演示）' },
    ],
  ],
  [
    'bank-one',
    [
      { path: '/push', label: '接收地址（HTTPS）', text: 'https://bank.example/hook' },
      { path: '/products', open: '添加产品', label: '产品编号', text: 'demo-1' },
    ],
  ],
];

describe('the audit', () => {
  it('is exported as a whole, page after page, and is checked without the platform', async () => {
    const office = await come({ username: 'office' });
    const { page } = office;
    await inPagesOf(4, page, '**/v1/audit/export*');
    await office.go('/office/audit');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, '导出全部审计记录').click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .split('\n')
      .slice(0, -1);
    const verifier = new AuditVerifier(new Map());
    for (const line of lines) expect(verifier.take(JSON.parse(line))).toBeUndefined();
    expect(verifier.verdict(verifier.end()).misfit).toBeUndefined();
    await page.getByText(`已导出 ${lines.length} 行`).waitFor();
    expect(lines.length).toBeGreaterThan(8);
    await office.leave();
  });
});

describe('what somebody typed', () => {
  it.each(TYPED)('is there again after a reload: %s', async (username, forms) => {
    const visitor = await come({ username });
    const { page } = visitor;
    for (const { path, open, label, text } of forms) {
      const field = async () => {
        if (open) await button(page, open).first().click();
        return page.getByLabel(label).first();
      };
      await visitor.go(path);
      await (await field()).fill(text);
      await page.reload();
      await visitor.settled();
      if (path === '/products') await page.getByRole('cell', { name: text }).waitFor();
      else expect([label, await (await field()).inputValue()]).toEqual([label, text]);
    }
    expect(visitor.faults()).toEqual([]);
    await visitor.leave();
  });
});

describe('after the report', () => {
  const record = /演示罚字〔2024〕第7号/;

  it('the enterprise disputes a record of it, and is told what it left out', async () => {
    const { page } = enterprise;
    await enterprise.go(casePath);
    await page.getByRole('link', { name: '对记录提出异议' }).click();
    await page.getByLabel(record).check();
    await button(page, '提交异议').click();
    await page.locator('.fault').first().waitFor();
    await page.getByLabel('异议理由').fill('该处罚已被依法撤销（演示）');
    expect(await enterprise.axe()).toEqual([]);
    await button(page, '提交异议').click();
    await page.waitForURL(/\/cases\/lo-/);
    await platform.settle();
  });

  it('the department upholds it, and the corrected report takes the place of the first', async () => {
    const officer = await come({ username: 'social-security-officer' });
    await officer.page.getByRole('link', { name: /^LO-/ }).click();
    await button(officer.page, '提交答复').click();
    await officer.page.getByText(/处需要修改/).waitFor();
    await officer.page.getByLabel('成立，更正报告').check();
    await officer.page.getByLabel(/^理由/).fill('经复核，该处罚已撤销（演示）');
    expect(await officer.axe()).toEqual([]);
    await button(officer.page, '提交答复').click();
    await officer.page.waitForURL(/\/desk$/);
    expect(officer.faults()).toEqual([]);
    await officer.leave();
    await platform.settle();

    const { page } = enterprise;
    await page.reload();
    await page.getByText('异议成立').first().waitFor();
    expect(await enterprise.axe()).toEqual([]);
    await page.getByText('更正后的报告').waitFor();
    await enterprise.go(casePath);
    await page.getByText('因异议成立更正，取代报告').waitFor();
    expect(await enterprise.axe()).toEqual([]);
  });

  it('it is renewed up to today, with all that was filled in before', async () => {
    // One application a day for the same purpose.
    await letPass(platform, 'P1D');
    const applicant = await come({ username: 'qiyuan' });
    const { page } = applicant;
    await applicant.go(casePath);
    await page.getByRole('link', { name: '续期', exact: true }).click();
    await page.getByText('续期后核查期间').waitFor();
    await applicant.settled();
    expect(await applicant.axe()).toEqual([]);
    await button(page, '提交续期').click();
    await page.waitForURL(/\/cases\/lc-[^/]+$/);
    newer = new URL(page.url()).pathname;
    await applicant.leave();
    await platform.settle();
  });

  it('the office revokes it, with the reason and the basis', async () => {
    const office = await come({ username: 'office' });
    await office.go(casePath);
    await button(office.page, '撤销报告').click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('撤销理由').fill('申请材料不实（演示）');
    await dialog.getByLabel('法律依据').fill('演示依据（虚构）');
    await office.page.reload();
    await button(office.page, '撤销报告').click();
    expect(await dialog.getByLabel('撤销理由').inputValue()).toBe('申请材料不实（演示）');
    expect(await office.axe()).toEqual([]);
    await button(office.page, '撤销报告').last().click();
    await office.page.getByText('报告已于').waitFor();
    await office.leave();
  });
});

describe('one officer acts for another', () => {
  it('whom the lead put on the staff list', async () => {
    const lead = await come({ username: 'environment-lead' });
    const { page } = lead;
    await lead.go('/desk/staff');
    for (const [name, account] of [
      ['赵经办（虚构）', 'environment-officer'],
      ['李经办（虚构）', 'environment-second-officer'],
    ] as const) {
      await page.getByLabel('姓名').fill(name);
      await page.getByLabel('账号').fill(account);
      await button(page, '添加').last().click();
    }
    await keepStaffList(platform.origin, 'environment');
    await page.reload();
    await page.getByText('您填写期间，这里的内容已被他人更改').waitFor();
    expect(await button(page, '保存名单').isDisabled()).toBe(true);
    expect(await lead.axe()).toEqual([]);
    await button(page, '保留我的草稿').click();
    await button(page, '保存名单').click();
    await page.getByText('名单尚未保存').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('cell', { name: '李经办（虚构）', exact: true }).waitFor();
    await lead.leave();
  });

  it('for some days and matters', async () => {
    const officer = await come({ username: 'environment-officer' });
    const { page } = officer;
    await page.locator('table.data a').first().click();
    await button(page, '签收').click();
    await button(page, '退回').waitFor();
    await officer.go('/desk/staff');
    await page.getByLabel('受托人').selectOption({ label: '李经办（虚构）' });
    await page.getByLabel('起始日期').fill(day(0));
    await page.getByLabel('截止日期').fill(day(5));
    await page.getByLabel('专利资助', { exact: true }).uncheck();
    await button(page, '委托').last().click();
    await page.getByText('有效').waitFor();
    expect(await officer.axe()).toEqual([]);
    await officer.leave();
  });

  it('and answers what the other holds, or gives it back, the whole matrix by keyboard', async () => {
    const deputy = await come({ username: 'environment-second-officer' });
    const { page } = deputy;
    await page.locator('table.data a').first().click();
    await button(page, '退回').waitFor();
    await page.locator('[data-place="0 0"]').focus();
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    // Whether a letter moved on depends on whether this was the last row.
    await page.locator('[data-place="1 0"]').focus();
    await page.keyboard.press('n');
    expect(await page.locator('.cell:not(.no-record)').count()).toBe(0);
    expect(await deputy.axe()).toEqual([]);
    await page.getByRole('button', { name: '提交答复' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk$/);
    await deputy.leave();
    await platform.settle();

    const { page: office } = await come({ username: 'office' });
    await office.goto(newer);
    await office.getByText('李经办（虚构）（代 赵经办（虚构））').waitFor();
    await office.context().close();
  });
});

describe('a question nobody answers', () => {
  /** Asks human resources about two fields at once. */
  let group: CaseSummary;

  beforeAll(async () => {
    await keepStaffList(platform.origin, 'construction');
    const purpose = { kind: 'refinancing', board: 'sse-star' } as const;
    group = await submit(platform, await platform.signIn('qiyuan'), { purpose });
    await letPass(platform, 'P30D');
  });

  it('is told and shown as overdue to the department', async () => {
    const officer = await come({ username: 'construction-officer' });
    const { page } = officer;
    await page.getByText('已逾期').nth(1).waitFor();
    await page.getByLabel('企业名称开头').fill('不存在的企业');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的待办').waitFor();
    await page.getByLabel('统一社会信用代码').fill(groupApplication().applicant.uscc.toLowerCase());
    await page.keyboard.press('Enter');
    await page.locator('table.data a').first().waitFor();
    await page.getByLabel('到期不早于').fill(day(0));
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的待办').waitFor();
    await officer.go('/inbox');
    await officer.page.getByText(/逾期/).first().waitFor();
    expect(await officer.axe()).toEqual([]);
    await officer.leave();
  });

  it('is given to a named officer by the office, and more time, or closed', async () => {
    const office = await come({ username: 'office' });
    const { page } = office;
    const dialog = page.getByRole('dialog');
    const open = async (department: string) => {
      await office.go('/office');
      await page.getByRole('row', { name: department }).getByRole('link').first().click();
      await page.getByRole('heading', { name: '督办' }).waitFor();
    };
    const act = async (action: string) => {
      await dialog.getByLabel('理由（记入审计）').fill('多次催办（演示）');
      await dialog.getByRole('button', { name: action }).click();
    };
    await open('住房和城乡建设');
    await button(page, '改派').click();
    await dialog.getByLabel('经办人').selectOption({ label: '韩负责（虚构）' });
    await act('改派');
    await dialog.waitFor({ state: 'detached' });
    await office.go('/office');
    await page.getByText('韩负责（虚构）').waitFor();

    await open('住房和城乡建设');
    await button(page, '延期').click();
    expect(await office.axe()).toEqual([]);
    await act('延期');
    await page.getByRole('heading', { name: '督办' }).waitFor({ state: 'detached' });

    await page.getByRole('link', { name: '督办', exact: true }).click();
    await page.getByRole('link', { name: '部门待办' }).click();
    await page.getByLabel('部门', { exact: true }).selectOption({ label: '人力资源和社会保障部门' });
    await page.getByRole('link', { name: group.caseNumber }).click();
    await button(page, '按未答复关闭').click();
    await dialog.getByLabel('社会保险').uncheck();
    expect(await office.axe()).toEqual([]);
    await act('按未答复关闭');
    await page.getByRole('cell', { name: '人力资源（劳动用工）' }).first().waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: '社会保险' }).first().waitFor();

    await button(page, '按未答复关闭').click();
    await act('按未答复关闭');
    await page.getByRole('heading', { name: '督办' }).waitFor({ state: 'detached' });
    expect(office.faults()).toEqual([]);
    await office.leave();
  });
});

describe('a department that loads its register', () => {
  const [tax] = demonstrationRegisters();
  if (!tax) throw new Error('there is no demonstration register');
  let officer: Visitor;

  async function load(content: Buffer): Promise<void> {
    const { page } = officer;
    await officer.go('/desk/register');
    await page.getByLabel('覆盖期间自').fill(String(tax?.coverage.fromOn));
    await page.getByLabel('至（含当日）').fill(String(tax?.coverage.toOn));
    const file = { name: '记录库.csv', mimeType: 'text/csv', buffer: content };
    await page.getByLabel('文件（CSV 或 XLSX').setInputFiles(file);
    await button(page, '上传并加载').click();
    await page.waitForURL(/\/desk\/register\/.+/);
    await platform.settle();
  }

  it('is shown every bad line with its column and reason, and nothing is loaded', async () => {
    officer = await come({ username: 'tax-officer' });
    const { page } = officer;
    const columns = Object.values(REGISTER_COLUMNS);
    const line = columns.map((name) =>
      name === '统一社会信用代码' ? '91500105LJDEM0025X' : name === '决定日期' ? '2024-13-01' : '演示',
    );
    await load(Buffer.from(`${columns.join(',')}\n${line.join(',')}\n`));
    await page.getByText('文件有不合格的行，记录库保持原样').waitFor();
    await page.getByRole('row', { name: /^2 统一社会信用代码/ }).waitFor();
    await page.getByRole('row', { name: /^2 决定日期/ }).waitFor();
    expect(await officer.axe()).toEqual([]);
  });

  it('has it in force once the file is good', async () => {
    const { page } = officer;
    await load(seedFile(`demonstration/${tax.file}`));
    await page.getByText('已成为现行版本').waitFor();
    await officer.go('/desk/register');
    expect(await page.getByText(/^1 · 加载于/).count()).toBe(1);
    expect(await officer.axe()).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    expect(officer.faults()).toEqual([]);
    await officer.leave();
  });
});

describe('the calendar of the next year', () => {
  /** The last days of the years that are published: a promise given there runs beyond them. */
  async function untilTheLastDays(): Promise<void> {
    const { body } = await (await platform.signIn('office')).get<Output<typeof ListCalendars>>(
      '/v1/calendars',
    );
    const year = Math.max(...body.items.map(({ calendar }) => calendar.year));
    const days = Math.ceil((Date.parse(`${year}-12-28`) - platform.runtime.clock.now()) / 86_400_000);
    await letPass(platform, `P${Math.max(0, days)}D`);
  }

  it('is loaded by the office, which sees whose due dates it moved, from when to when', async () => {
    await untilTheLastDays();
    const applicant = await platform.signIn('qiyuan');
    const asked = await submit(platform, applicant, { purpose: { kind: 'merger', board: 'szse-main' } });
    const { tasks } = await readCase(applicant, asked);
    const guessed = tasks.find(({ dueProvisional }) => dueProvisional);
    if (!guessed) throw new Error('nothing is due beyond the published years');
    const dueOn = localDateOf(new Date(guessed.dueAt));

    const office = await come({ username: 'office' });
    const { page } = office;
    await office.go('/office/calendars');
    await page.getByLabel('年度').fill(dueOn.slice(0, 4));
    await page.getByLabel('来源（通知文号和标题）').fill('虚构的通知，仅供测试');
    await page.getByLabel('放假的工作日（周一至周五）').fill(dueOn);
    await button(page, '加载').last().click();
    await page.getByText(/暂定的到期时间已重新计算，[1-9]\d* 项有变动/).waitFor();
    await page.getByRole('link', { name: '查看变动的到期时间' }).click();
    await page.getByRole('link', { name: asked.caseNumber }).first().waitFor();
    await office.settled();
    expect(await office.axe()).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    expect(office.faults()).toEqual([]);
    await office.leave();
  });
});
