import { timingSafeEqual } from 'node:crypto';
import { errors, type Provider } from 'oidc-provider';
import { type AccountsFile, subjectOf } from './accounts.ts';
import { RESOURCE, resourceServerOf } from './configuration.ts';

/**
 * The `password` grant, for curl and scripts: it was dropped from OAuth 2.1, so oidc-provider leaves it to us. Only the client
 * `cli` may use it.
 */
export function registerPasswordGrant(provider: Provider, file: AccountsFile): void {
  const byName = new Map(file.accounts.map((account) => [account.username, account]));

  provider.registerGrantType<{ username?: string; password?: string; scope?: string }>(
    'password',
    async (ctx) => {
      const { username = '', password = '', scope } = ctx.oidc.params;
      const account = byName.get(username);
      if (!account || !sameText(account.password, password)) {
        throw new errors.InvalidGrant('invalid username or password');
      }
      const { client } = ctx.oidc;
      const accountId = subjectOf(account);
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      const token = new provider.AccessToken({
        client,
        accountId,
        grantId: await grant.save(),
        gty: 'password',
        scope: grantedScopes(file, scope),
        resourceServer: new provider.ResourceServer(RESOURCE, resourceServerOf(file)),
      });
      ctx.oidc.entity('AccessToken', token);
      const value = await token.save();
      ctx.body = {
        access_token: value,
        expires_in: token.expiration,
        token_type: token.tokenType,
        scope: token.scope,
      };
    },
    ['username', 'password', 'scope'],
  );
}

function grantedScopes(file: AccountsFile, requested: string | undefined): string {
  if (requested === undefined) return file.scopes.join(' ');
  return requested
    .split(' ')
    .filter((scope) => file.scopes.includes(scope))
    .join(' ');
}

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
