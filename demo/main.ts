import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { playFinancing } from './financing/play.ts';
import { playListing } from './listing/play.ts';
import { demonstrateFaults, demonstrateListing } from './one-case.ts';
import { playPatents } from './patents/play.ts';
import { reachPlatform, startPlatform } from './runtime.ts';
import { keepStaffLists } from './staff.ts';
import { printTable, step } from './table.ts';

const USAGE = `npm run demo               the three procedures in turn: one-case, patents, financing
npm run demo -- one-case   one case from submission to a verified report, then one with eight faults
npm run demo -- listing    everything that may happen to a case, on a virtual clock of its own
npm run demo -- financing  five demands and six simulated institutions, on a virtual clock of its own
npm run demo -- patents    three enterprises and 40 patents on a budget too small, on a virtual clock of its own

  --origin URL             a platform that runs, for one of them (one-case: http://localhost:4700 or, where nothing answers, started; the
                           others: started afresh)`;

/** `npm run demo -- one-case`: the short demonstration on the platform at the usual place, or started there. */
async function demonstrateOneCase(origin = 'http://localhost:4700'): Promise<void> {
  const folder = join('.local', 'demo');
  const platform = await reachPlatform(origin);
  try {
    await keepStaffLists(platform.origin);
    await demonstrateListing(platform.origin, folder);
    await demonstrateFaults(platform.origin);
  } finally {
    await platform.stop();
  }
}

/** `npm run demo -- listing`: weeks pass, so it plays on a platform of its own, whose clock is virtual. */
async function demonstrateWholeListing(origin?: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'liangjiang-demo-'));
  const folder = join(data, 'reports');
  if (origin !== undefined) return playListing(origin, folder);
  step('正在启动一个使用虚拟时钟的平台 / starting a platform with a virtual clock ...');
  const platform = await startPlatform(['--data', data, '--port', '0', '--virtual-clock']);
  try {
    step(`平台已就绪 / ready: ${platform.origin}`);
    await playListing(platform.origin, folder);
  } finally {
    await platform.stop();
  }
  const { port } = new URL(platform.origin);
  const mail = join(data, 'mail');
  printTable(
    '可以查看 / Look at',
    ['什么 what', '在哪里 where'],
    [
      ['报告与凭证 reports (PDF) and credentials (JWT)', folder],
      [`${readdirSync(mail).length}封邮件 mails (.eml)`, mail],
      ['同一平台 the platform as it was left', `npm start -- --data ${data} --port ${port} --virtual-clock`],
    ],
  );
}

/** Days pass: such a demonstration plays on a platform of its own, whose clock is virtual. */
async function onItsOwn(play: (origin: string) => Promise<void>, origin?: string): Promise<void> {
  if (origin !== undefined) return play(origin);
  const data = mkdtempSync(join(tmpdir(), 'liangjiang-demo-'));
  step('正在启动一个使用虚拟时钟的平台 / starting a platform with a virtual clock ...');
  const platform = await startPlatform(['--data', data, '--port', '0', '--virtual-clock']);
  try {
    step(`平台已就绪 / ready: ${platform.origin}`);
    await play(platform.origin);
  } finally {
    await platform.stop();
  }
}

type Play = (origin?: string) => Promise<void>;

const PLAYS: Readonly<Record<string, Play>> = {
  'one-case': demonstrateOneCase,
  listing: demonstrateWholeListing,
  financing: (origin) => onItsOwn(playFinancing, origin),
  patents: (origin) => onItsOwn(playPatents, origin),
};

/** `npm run demo`: each procedure once. */
async function demonstrateAll(): Promise<void> {
  for (const play of [demonstrateOneCase, PLAYS.patents, PLAYS.financing]) await play?.();
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { origin: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [play] = positionals;
  const unknown = play === undefined ? values.origin !== undefined : !PLAYS[play];
  if (values.help || positionals.length > 1 || unknown) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  await ((play && PLAYS[play]) || demonstrateAll)(values.origin);
  step('done');
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\n演示中止 / the demonstration ended: ${error instanceof Error ? error.message : error}`);
  return 1;
});
