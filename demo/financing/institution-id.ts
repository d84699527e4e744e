import { found } from '../expectation.ts';
import { demonstrationData } from '../seed.ts';

interface Accounts {
  readonly accounts: readonly {
    readonly username: string;
    readonly claims: { readonly organisation_id: string };
  }[];
}

/** The USCC of the institution that an account acts for. */
export function institutionIdOf(username: string): string {
  const { accounts } = demonstrationData<Accounts>('accounts.json');
  return found(
    `the account ${username}`,
    accounts.find((one) => one.username === username),
  ).claims.organisation_id;
}
