import type { LedgerAccount } from '../../../workflows/patent-funding/ledger/contract.ts';
import type { AccountLine } from '../../../workflows/patent-funding/ledger/routes.ts';
import { RefusedError } from '../../shared/errors.ts';
import { programmeToday } from '../money/account.ts';
import type { MoneyServices } from '../store/money-services.ts';

/** An account under the name of its programme. */
export async function accountLine(
  { listVersion: _, ...account }: LedgerAccount,
  services: Pick<MoneyServices, 'programmes' | 'now'>,
): Promise<AccountLine> {
  const { name } = await programmeToday(account.programmeId, services);
  return { ...account, name };
}

export function budgetNotFound(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'budget-not-found',
    zh: '该项目没有此年度的预算',
    en: 'The programme has no budget of this year',
  });
}
