import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT, startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { playedCases } from './played-cases.ts';
import { playedMoney } from './played-money.ts';
import { DESKTOP, PHONE, startBrowser, Visitor } from './visitor.ts';

/** `npm run screenshots`: every page of every actor, in Chinese, at a desk and on a phone, into .local/screenshots. */
const FOLDER = join(ROOT, '.local', 'screenshots');
const only = process.argv.slice(2);

const platform = await startPlatform();
const browser = await startBrowser();
try {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await takeAll(platform, browser);
} finally {
  await browser.close();
  await platform.stop();
}

async function takeAll(running: TestPlatform, chromium: Browser): Promise<void> {
  const { open, issued, taskId, overdueTaskId, supplementId, objectionId, registerLoadId } =
    await playedCases(running);
  const { funding, noticeNumber, demand } = await playedMoney(running);
  const month = new Date(running.runtime.clock.now()).toISOString().slice(0, 7);
  const pages: Readonly<Record<string, readonly string[]>> = {
    '': [
      '/',
      '/verify',
      `/verify/${issued.resultNumber}`,
      '/programmes',
      '/financing-statistics',
      `/notices/${noticeNumber}`,
      `/public/notices/${noticeNumber}/objection`,
    ],
    qiyuan: [
      '/',
      '/matters',
      '/matters/listing-certificate',
      '/matters/patent-funding',
      '/matters/financing-demand',
      '/cases',
      `/cases/${open.caseId}`,
      `/cases/${issued.caseId}`,
      `/cases/${issued.caseId}/objection`,
      `/cases/${issued.caseId}/renewal`,
      `/cases/${objectionId}`,
      '/matters/pre-examination',
      `/cases/${funding.caseId}`,
      `/cases/${demand.caseId}`,
      `/demands/${demand.caseId}/change`,
      `/supplements/${supplementId}`,
      '/inbox',
      '/nowhere',
    ],
    'tax-officer': [
      '/desk',
      `/desk/${taskId}`,
      `/desk/${objectionId}.tax`,
      '/desk/register',
      `/desk/register/${registerLoadId}`,
      '/desk/staff',
      '/desk/statistics',
      '/inbox',
    ],
    'finance-officer': ['/desk', '/desk/payments'],
    'environment-lead': ['/desk', '/desk/register', '/desk/staff'],
    office: [
      '/office',
      `/desk/${overdueTaskId}`,
      `/cases/${issued.caseId}`,
      `/cases/${open.caseId}/execution`,
      '/office/cases',
      '/office/statistics?from=2026-11&to=2026-12',
      `/office/statistics/financing?from=${month}&to=${month}`,
      '/office/patents',
      '/office/patents/programmes/patent-grant-support',
      '/office/patents/programmes/patent-grant-support/draft?version=draft-2',
      '/office/patents/budgets',
      `/office/patents/budgets/patent-grant-support/${month.slice(0, 4)}`,
      '/office/patents/objections',
      `/cases/${funding.caseId}`,
      '/office/audit',
      `/office/audit/${funding.caseId}`,
      '/office/rules',
      '/office/calendars',
      '/inbox',
    ],
    'bank-one': ['/lists', '/products', '/push'],
  };
  for (const [username, paths] of Object.entries(pages)) {
    if (only.length > 0 && !only.includes(username)) continue;
    for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      const visitor = await Visitor.come(chromium, running.origin, {
        viewport,
        ...(username && { username }),
      });
      for (const [index, path] of paths.entries()) {
        await visitor.go(path);
        const name = path.split(/[/?]/).slice(1, 3).join('-').slice(0, 40) || 'home';
        const file = join(FOLDER, `${username || 'public'}-${index}-${name}-${device}.png`);
        // What sticks to the edge of a window would lie across the middle of a whole page.
        await visitor.page.screenshot({ path: file, fullPage: true, style: '.bar { position: static; }' });
      }
      for (const fault of visitor.faults()) console.log(`${username} ${device}: ${fault}`);
      await visitor.leave();
    }
  }
}
