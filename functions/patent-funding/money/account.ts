import type { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { AccountKey, LedgerAccount } from '../../../workflows/patent-funding/ledger/contract.ts';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import type { Occasion } from '../ledger/occasion.ts';
import { openedAccount } from '../ledger/opened-account.ts';
import type { AfterYearEnd } from '../ledger/reservation-writes.ts';
import type { MoneyServices } from '../store/money-services.ts';

type World = Pick<MoneyServices, 'ledger' | 'programmes' | 'commit' | 'now'>;

/** The programme as it holds today: what it plans and what it does at the end of a year. @throws a defect where there is none */
export async function programmeToday(
  programmeId: string,
  { programmes, now }: Pick<MoneyServices, 'programmes' | 'now'>,
): Promise<Programme> {
  const found = await programmes.inEffect(programmeId, localDateOf(now()));
  if (found === undefined) throw new Error(`no version of ${programmeId} is in effect`);
  return found;
}

/** What a programme plans for a year. */
export function plannedFor({ programmeId, budgets }: Programme, year: number) {
  const budgetFen = budgets.find((budget) => budget.year === year)?.allottedFen ?? 0;
  return { programmeId, year, budgetFen };
}

/**
 * The account that pays a case: that of the year of its application; once that year is closed the next one's, where the programme
 * carries on, or none where it lets budgets lapse.
 */
export async function accountToPay(
  { programmeId, budgetYear }: FundingDetail,
  occasion: Occasion,
  services: World,
): Promise<LedgerAccount | undefined> {
  const programme = await programmeToday(programmeId, services);
  const thisYear = Number(localDateOf(services.now()).slice(0, 4));
  for (let year = budgetYear; year <= Math.max(thisYear, budgetYear); year++) {
    const account = await openedAccount(plannedFor(programme, year), occasion, services);
    if (account.state === 'OPEN') return account;
    if (programme.yearEnd === 'lapse') return undefined;
  }
  throw new Error(`the account of ${thisYear} is closed before its year is over`);
}

/** The account of a reservation as it stands, and where money of it goes that comes back after its year. */
export async function accountOf(
  { programmeId, year }: AccountKey,
  occasion: Occasion,
  services: World,
): Promise<{ readonly account: LedgerAccount; readonly afterYearEnd: AfterYearEnd | undefined }> {
  const account = await services.ledger.account({ programmeId, year });
  if (account === undefined) throw new Error(`there is no account ${programmeId} ${year}`);
  if (account.state === 'OPEN') return { account, afterYearEnd: undefined };
  const programme = await programmeToday(programmeId, services);
  if (programme.yearEnd === 'lapse') return { account, afterYearEnd: { lapses: true } };
  const thisYear = Number(localDateOf(services.now()).slice(0, 4));
  const carriedTo = await openedAccount(
    plannedFor(programme, Math.max(thisYear, year + 1)),
    occasion,
    services,
  );
  return { account, afterYearEnd: { carriedTo } };
}
