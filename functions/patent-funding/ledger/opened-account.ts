import type { AccountKey, LedgerAccount } from '../../../workflows/patent-funding/ledger/contract.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { ServicesWithLedger } from '../store/services-with-ledger.ts';
import { entryOf, newAccount, type Occasion } from './occasion.ts';

/** The budget of a programme for a year as its version in effect says it. */
export interface PlannedBudget extends AccountKey {
  readonly budgetFen: number;
}

/**
 * The account, opened with what the programme plans for its year where nobody touched it before. What the office allots later
 * comes on top of it.
 */
export async function openedAccount(
  { programmeId, year, budgetFen }: PlannedBudget,
  occasion: Occasion,
  { ledger, commit }: Pick<ServicesWithLedger, 'ledger' | 'commit'>,
): Promise<LedgerAccount> {
  const key = { programmeId, year };
  const found = await ledger.account(key);
  if (found) return found;
  const planned = { ...occasion, reason: `${year} 年度预算 / Budget as planned` };
  const first = budgetFen > 0 ? entryOf(key, { kind: 'allot', amountFen: budgetFen }, planned) : undefined;
  try {
    await commit(ledger.open(newAccount(key, budgetFen), first));
  } catch (error) {
    // Somebody opened it meanwhile, with the same amount.
    if (!(error instanceof StaleReadError)) throw error;
  }
  const opened = await ledger.account(key);
  if (!opened) throw new Error(`account ${programmeId} ${year} was opened and is not there`);
  return opened;
}
