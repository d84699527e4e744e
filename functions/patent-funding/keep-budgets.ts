import * as z from 'zod';
import type { AccountKey } from '../../workflows/patent-funding/ledger/contract.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { log, withoutPersonalData } from '../shared/log.ts';
import { task } from '../shared/task.ts';
import { closeYear } from './ledger/close-year.ts';
import { fillWaitingList } from './ledger/fill-waiting-list.ts';
import { plannedFor, programmeToday } from './money/account.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

const KeepBudgets = {
  input: z.unknown(),
  output: z.strictObject({ served: z.int(), closed: z.int(), left: z.int() }),
};

/**
 * Heals what a crash left between money that came back and those who wait for it, and closes the accounts of years that are over.
 * Doing it twice changes nothing.
 */
export async function keepBudgets(_event: unknown, services: MoneyServices) {
  const done = { served: 0, closed: 0, left: 0 };
  for (const key of await services.ledger.accounts()) {
    try {
      const account = await services.ledger.account(key);
      if (account === undefined) continue;
      if (account.state === 'OPEN' && isOver(key, services.now())) done.closed++;
      if (isOver(key, services.now()) && (account.state === 'OPEN' || account.waitingCount > 0)) {
        await close(key, services);
      } else if (account.waitingCount > 0) {
        done.served += await fillWaitingList(key, services);
      }
    } catch (error) {
      done.left++;
      log.warn('budget not kept yet', { ...key, ...withoutPersonalData(error) });
    }
  }
  return done;
}

function isOver({ year }: AccountKey, now: Date): boolean {
  return localDateOf(now) > `${year}-12-31`;
}

async function close(key: AccountKey, services: MoneyServices): Promise<void> {
  const programme = await programmeToday(key.programmeId, services);
  const { yearEnd } = programme;
  const { budgetFen } = plannedFor(programme, key.year + 1);
  await closeYear(key, { unspent: yearEnd, waiting: yearEnd, nextBudgetFen: budgetFen }, services);
}

export const handler = task(KeepBudgets, keepBudgets, moneyServices);
