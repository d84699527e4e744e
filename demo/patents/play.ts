import type { LedgerEntry } from '../../workflows/patent-funding/ledger/contract.ts';
import { balances } from '../../workflows/patent-funding/ledger/rules/posting.ts';
import { expectToSee } from '../expectation.ts';
import { printTable } from '../table.ts';
import { nextWorkingDay } from '../working-time.ts';
import { CHAPTERS } from './chapters.ts';
import { PatentStage, PROGRAMME } from './stage.ts';
import { yuan } from './yuan.ts';

/** Plays every chapter on a platform with a virtual clock; the first that does not see what it should ends it. */
export async function playPatents(origin: string): Promise<void> {
  const stage = await PatentStage.at(origin);
  await stage.clock.until(nextWorkingDay(stage.clock.now, '09:00'));
  const { year } = stage;
  for (const [index, chapter] of CHAPTERS.entries()) {
    console.log(`\n${index + 1}. ${chapter.zh}  ${chapter.en}`);
    try {
      await chapter.play(stage);
    } catch (error) {
      const why = error instanceof Error ? error.message : error;
      throw new Error(`“${chapter.zh}” (${chapter.en}) went wrong: ${why}`, { cause: error });
    }
  }
  await printLedger(stage, year);
}

/** Every entry with the balances after it, and at the end what the platform itself holds: both must be the same. */
async function printLedger(stage: PatentStage, year: number): Promise<void> {
  const office = await stage.as('office');
  const path = `/v1/office/budgets/${PROGRAMME}/${year}`;
  const { items } = (await office.get<{ items: LedgerEntry[] }>(`${path}/entries?limit=500`)).body;
  printTable(
    '预算台账 / Budget ledger',
    ['时间', '科目 kind', '金额', '办件 / 事由'],
    items.map(({ at, kind, amountFen, of, reason }) => [
      at.slice(0, 16).replace('T', ' '),
      kind,
      yuan(amountFen),
      of?.caseNumber ?? reason,
    ]),
    { compact: true },
  );
  const { account, enterprises } = await stage.budget(year);
  const { allottedFen, remainingFen, reservedFen, spentFen } = account;
  printTable(
    '预算 = 可用 + 已预留 + 已拨付 / allotted = remaining + reserved + spent',
    ['', '预算 allotted', '可用 remaining', '已预留 reserved', '已拨付 spent'],
    [
      ...enterprises.map((one) => [one.name, '', '', yuan(one.reservedFen), yuan(one.spentFen)]),
      ['合计 account', ...[allottedFen, remainingFen, reservedFen, spentFen].map(yuan)],
    ],
  );
  expectToSee('the account adds up', balances({ allottedFen, remainingFen, reservedFen, spentFen }), true);
  const { body } = await office.get<{ differences: string[] }>(`${path}/reconciliation`);
  expectToSee('figures that its entries do not bear out', body.differences, []);
  console.log('\n台账已按明细核对，无差异  counted anew from its entries: no figure differs');
}
