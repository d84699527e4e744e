import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const Label = z.strictObject({ zh: z.string(), en: z.string() });

/** Claims put into the access and id tokens as they stand; `sub` is the account's username unless it is given here. */
const Claims = z.record(z.string(), z.string());

const Account = z.strictObject({
  username: z.string().min(1),
  /** For the password grant; the account picker asks for none. */
  password: z.string().default('demo'),
  label: Label,
  /** The heading it stands below where one picks an account. */
  group: Label.optional(),
  claims: Claims.default({}),
});
export type Account = z.infer<typeof Account>;

/** A machine of an institution that calls the API in its own name (client_credentials). */
const InstitutionClient = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  label: Label,
  claims: Claims.default({}),
});

const AccountsFile = z.strictObject({
  /** The `aud` of every access token: what the API's JWT authorizer expects. */
  audience: z.string().min(1),
  /** Scopes a token may carry; all of them when a request names none. */
  scopes: z.array(z.string().min(1)).default(['api']),
  accounts: z.array(Account),
  clients: z.array(InstitutionClient).default([]),
});
export type AccountsFile = z.infer<typeof AccountsFile>;

/**
 * Reads the demonstration accounts.
 * @throws an Error that names the file and every place in it that is wrong.
 */
export async function readAccounts(path: string): Promise<AccountsFile> {
  const parsed = AccountsFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  const names = [
    ...parsed.data.accounts.map((one) => one.username),
    ...parsed.data.clients.map((one) => one.clientId),
  ];
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined) throw new Error(`${path}: ${doubled} is there twice`);
  return parsed.data;
}

/** The `sub` of the account's tokens. */
export function subjectOf(account: Account): string {
  return account.claims.sub ?? account.username;
}
