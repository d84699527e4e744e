import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import { type Account, type AccountsFile, subjectOf } from './accounts.ts';
import type { IssuerKeys } from './keys.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { errorPage, logoutPage, signedOutPage } from './pages.ts';

const HOUR_SECONDS = 3600;
/** A working day: nobody logs in again in the middle of a demonstration. */
const ACCESS_TOKEN_SECONDS = 12 * HOUR_SECONDS;

export interface ConfigurationParts {
  readonly origin: string;
  /** Where the provider is mounted: `/oidc`. */
  readonly path: string;
  readonly file: AccountsFile;
  readonly keys: IssuerKeys;
  readonly clock: Clock;
}

/** The resource every token is for. oidc-provider wants a URI; the token's `aud` is the audience itself. */
export const RESOURCE = 'urn:local:api';

export function resourceServerOf(file: AccountsFile) {
  return {
    scope: file.scopes.join(' '),
    audience: file.audience,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    jwt: { sign: { alg: 'RS256' as const } },
  };
}

/** The provider's configuration; every default that would print a notice is replaced. */
export function providerConfiguration(parts: ConfigurationParts): Configuration {
  const { file, keys } = parts;
  const accounts = new Map(file.accounts.map((account) => [subjectOf(account), account]));
  const claimNames = new Set(file.accounts.flatMap((account) => Object.keys(account.claims)));
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [keys.jwk] },
    cookies: { keys: [keys.cookieKey] },
    clients: clientsOf(parts),
    claims: { openid: ['sub', ...claimNames] },
    conformIdTokenClaims: false,
    scopes: ['openid'],
    ttl: ttl(),
    pkce: { required: () => true },
    // A portal under development is served from another port of this machine.
    clientBasedCORS: (_, origin) => /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(origin),
    extraTokenClaims: (_, token) => extraClaims(file, accounts, token),
    findAccount: (_, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ ...account.claims, sub }) };
    },
    formats: { customizers: { jwt: (_, token, jwt) => stampTimes(parts.clock, token, jwt) } },
    interactions: { url: (_, { uid }) => `${parts.path}/interaction/${uid}` },
    loadExistingGrant: (ctx) => grantEverything(ctx, file),
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, error_description);
    },
    features: features(file),
  };
}

function features(file: AccountsFile): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    userinfo: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.type = 'html';
        ctx.body = logoutPage(form);
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.type = 'html';
        ctx.body = signedOutPage();
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => resourceServerOf(file),
    },
  };
}

function ttl(): NonNullable<Configuration['ttl']> {
  const day = 24 * HOUR_SECONDS;
  return {
    AccessToken: ACCESS_TOKEN_SECONDS,
    ClientCredentials: ACCESS_TOKEN_SECONDS,
    AuthorizationCode: 60,
    IdToken: HOUR_SECONDS,
    Interaction: HOUR_SECONDS,
    Session: day,
    Grant: day,
  };
}

function clientsOf({ origin, file }: ConfigurationParts): ClientMetadata[] {
  return [
    {
      client_id: 'portal',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${origin}/`],
      post_logout_redirect_uris: [`${origin}/`],
    },
    {
      client_id: 'cli',
      token_endpoint_auth_method: 'none',
      grant_types: ['password'],
      response_types: [],
      redirect_uris: [],
    },
    ...file.clients.map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
  ];
}

function extraClaims(file: AccountsFile, accounts: ReadonlyMap<string, Account>, token: object) {
  if ('accountId' in token && typeof token.accountId === 'string')
    return accounts.get(token.accountId)?.claims ?? {};
  const clientId = 'clientId' in token ? token.clientId : undefined;
  return file.clients.find((client) => client.clientId === clientId)?.claims ?? {};
}

/**
 * oidc-provider reads the machine's time. The times inside an access token are set from the injected clock, the same that the
 * gateway checks them against, so that tokens expire in virtual time; logins in progress and id tokens live in real time.
 */
function stampTimes(clock: Clock, token: { readonly expiration: number }, jwt: { payload: object }): void {
  const issuedAtSeconds = Math.floor(clock.now() / 1000);
  Object.assign(jwt.payload, { iat: issuedAtSeconds, exp: issuedAtSeconds + token.expiration });
}

/** A demonstration account has agreed to everything: there is no consent page. */
async function grantEverything(ctx: KoaContextWithOIDC, file: AccountsFile) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, file.scopes.join(' '));
  await grant.save();
  return grant;
}
