import type { Fault } from '../../../shared/fault.ts';
import { isSameName } from '../../../shared/same-name.ts';
import type { BankAccount } from '../../contract.ts';
import { applicationFault } from '../../rules/application-fault.ts';

/** Everything wrong with an account that takes the place of a returned one: it is the applicant's, and another than before. */
export function accountFaults(
  account: BankAccount,
  applicant: { readonly name: string },
  before: BankAccount,
): Fault[] {
  const foreign = !isSameName(applicant.name, account.holder);
  const same =
    account.number === before.number && account.bank === before.bank && account.holder === before.holder;
  return [
    ...(foreign ? [applicationFault('/account/holder', 'account-not-the-applicants')] : []),
    ...(same
      ? [
          {
            pointer: '/account',
            code: 'account-unchanged',
            zh: '账户信息与被退回的相同',
            en: 'This is the account that was returned',
          },
        ]
      : []),
  ];
}
