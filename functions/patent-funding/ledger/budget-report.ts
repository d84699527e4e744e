import type { AccountKey } from '../../../workflows/patent-funding/ledger/contract.ts';
import type { BudgetReport } from '../../../workflows/patent-funding/ledger/routes.ts';
import { RANK } from '../../../workflows/patent-funding/ledger/rules/rank.ts';
import type { MoneyServices } from '../store/money-services.ts';
import { accountLine, budgetNotFound } from './account-line.ts';

const SHOWN_WAITING = 100;

/** What is counted of an account, read by key: nothing is summed over cases. @throws RefusedError 404 */
export async function budgetReport(key: AccountKey, services: MoneyServices): Promise<BudgetReport> {
  const { ledger } = services;
  const account = await ledger.account(key);
  if (account === undefined) throw budgetNotFound();
  const [tally, enterprises, waiting] = await Promise.all([
    ledger.tally(key),
    ledger.enterprises(key),
    ledger.waiting(key, SHOWN_WAITING),
  ]);
  const counted = (by: string) => namesOf(tally, by).toSorted(RANK);
  const of = (by: string, name: string, what: string) => tally.get(`${by}#${name}#${what}`) ?? 0;
  const share = (by: string) => (name: string) => ({
    name,
    reservedFen: of(by, name, 'reservedFen'),
    spentFen: of(by, name, 'spentFen'),
  });
  const patents = (by: string) =>
    counted(by).map((name) => ({
      name,
      patents: of(by, name, 'patents'),
      spentFen: of(by, name, 'spentFen'),
    }));
  return {
    account: await accountLine(account, services),
    enterprises: enterprises.toSorted((a, b) => b.spentFen - a.spentFen || RANK(a.uscc, b.uscc)),
    levels: counted('level').map(share('level')),
    lanes: counted('lane').map((name) => ({ ...share('lane')(name), cases: of('lane', name, 'cases') })),
    ipc: patents('ipc'),
    industries: patents('industry'),
    kinds: patents('kind'),
    waiting: waiting.map(({ caseId, amountFen, acceptedAt }, index) => ({
      place: index + 1,
      caseId,
      amountFen,
      acceptedAt,
    })),
  };
}

function namesOf(tally: ReadonlyMap<string, number>, by: string): string[] {
  const names = [...tally.keys()].map((counter) => counter.split('#')).filter(([first]) => first === by);
  return [...new Set(names.map(([, name = '']) => name))];
}
