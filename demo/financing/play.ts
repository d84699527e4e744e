import type { FinancingReport } from '../../workflows/financing-demand/report/routes.ts';
import { expectToSee } from '../expectation.ts';
import { printTable } from '../table.ts';
import { localTime, nextWorkingDay } from '../working-time.ts';
import type { Pushed } from './bank.ts';
import { ENTERPRISES } from './cast.ts';
import { CHAPTERS } from './chapters.ts';
import { FinancingStage, type Story } from './stage.ts';

/** Plays every chapter on a platform with a virtual clock; the first that does not see what it should ends it. */
export async function playFinancing(origin: string): Promise<void> {
  const stage = await FinancingStage.at(origin);
  try {
    await stage.clock.until(nextWorkingDay(stage.clock.now, '10:00'));
    const fromMonth = stage.today.slice(0, 7);
    for (const [index, chapter] of CHAPTERS.entries()) {
      console.log(`\n${index + 1}. ${chapter.zh}  ${chapter.en}`);
      try {
        await chapter.play(stage);
        await stage.later(20);
      } catch (error) {
        const why = error instanceof Error ? error.message : error;
        throw new Error(`“${chapter.zh}” (${chapter.en}) went wrong: ${why}`, { cause: error });
      }
    }
    await expectPullToAgree(stage);
    printWhoSawWhat(stage);
    await printReport(stage, fromMonth);
  } finally {
    await stage.stop();
  }
}

/** What was pushed to an institution and what it can pull are the same rows. */
async function expectPullToAgree(stage: FinancingStage): Promise<void> {
  for (const bank of stage.banks) {
    const row = ({ listNumber, position, kind, demandId }: Pushed['item']) =>
      `${listNumber}.${position} ${kind} ${demandId}`;
    const pulled = (await bank.pull()).map(row);
    expectToSee(
      `rows pushed to ${bank.plays.username}`,
      bank.pushed.map(({ item }) => row(item)),
      pulled,
    );
  }
  console.log('\n各机构推送与拉取逐行一致  push and pull show the same rows');
}

function printWhoSawWhat(stage: FinancingStage): void {
  const stories = new Map([...stage.demands].map(([story, { caseId }]) => [caseId, story]));
  const rows = stage.banks
    .flatMap((bank) => bank.pushed)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, bank, item }) => [
      localTime(at),
      bank.plays.zh,
      `${item.listNumber}.${item.position}`,
      item.kind,
      nameOf(stories.get(item.demandId)),
      seenIn(item),
    ]);
  printTable(
    '谁在何时看到什么（推送） / Who saw what when, by push',
    ['时间', '机构', '清单', '事项', '企业', '可见内容'],
    rows,
    { compact: true },
  );
}

const nameOf = (story: Story | undefined) => (story ? ENTERPRISES[story].name : '');

function seenIn({ demand }: Pushed['item']): string {
  if (!demand) return '—';
  return `${demand.identity?.name ?? '匿名'}；${demand.dataGroups.join(', ')}`;
}

async function printReport(stage: FinancingStage, fromMonth: string): Promise<void> {
  const months = `fromMonth=${fromMonth}&toMonth=${stage.today.slice(0, 7)}`;
  const office = await stage.as('office');
  const { body } = await office.get<FinancingReport>(`/v1/office/financing-report?${months}`);
  const { all, byInstitution } = body;
  expectToSee('demands of the report', all.demands, Object.keys(ENTERPRISES).length);
  const percent = (value: number | undefined) => (value === undefined ? '' : `${value} %`);
  printTable(
    `融资对接统计：对接率 ${percent(all.takingUpPercent)}，服务率 ${percent(all.servicePercent)} / Taken up and served`,
    ['机构', '受理', '报价', '拒绝', '联系逾期', '报价（万元）', '接受（万元）', '提款（万元）'],
    byInstitution.map((row) => [
      row.name.zh,
      ...[row.acknowledged, row.offers, row.refusals, row.overdueContacts].map(String),
      ...[row.offeredFen, row.acceptedFen, row.drawnFen].map((fen) => String(fen / 1_000_000)),
    ]),
  );
}
