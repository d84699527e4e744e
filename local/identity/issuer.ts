import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { Provider } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import { type AccountsFile, readAccounts, subjectOf } from './accounts.ts';
import { providerConfiguration } from './configuration.ts';
import { loadIssuerKeys, publicJwk } from './keys.ts';
import { accountPickerPage, errorPage } from './pages.ts';
import { registerPasswordGrant } from './password-grant.ts';

export interface IssuerOptions {
  /** Origin of the listener it is mounted in: `http://127.0.0.1:4700`. */
  readonly origin: string;
  /** Path it is mounted at. */
  readonly path?: string;
  readonly accountsFile: string;
  /** Where the signing key is kept; without it the key lives as long as the process. */
  readonly keysFile?: string;
  readonly clock: Clock;
  /** What goes wrong in the issuer itself; the client is told `server_error` only. */
  readonly log?: (message: string) => void;
}

/** An OpenID Connect issuer with demonstration accounts, in the place of Cognito or another issuer on AWS. */
export interface Issuer {
  /** The `iss` of its tokens: `http://127.0.0.1:4700/oidc`. */
  readonly issuer: string;
  readonly audience: string;
  readonly accounts: AccountsFile['accounts'];
  /** Its public keys, in process: the gateway needs no request to itself. */
  readonly keys: JWTVerifyGetKey;
  /** Takes requests as they come, with the mount path in front. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * Makes the issuer: authorization code with PKCE for the public client `portal` (redirects to any path of the origin), the
 * `password` grant for `cli`, client_credentials for the institutions of the accounts file.
 */
export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  const { origin, path = '/oidc', clock } = options;
  const file = await readAccounts(options.accountsFile);
  const keys = await loadIssuerKeys(options.keysFile);
  const provider = new Provider(origin + path, providerConfiguration({ origin, path, file, keys, clock }));
  registerPasswordGrant(provider, file);
  allowOriginRedirects(provider, origin);
  provider.on('server_error', (_, error) => options.log?.(`issuer: ${error.stack ?? error}`));
  const answer = provider.callback();

  return {
    issuer: origin + path,
    audience: file.audience,
    accounts: file.accounts,
    keys: createLocalJWKSet({ keys: [publicJwk(keys)] }),
    async handle(request, response) {
      // What a mount does in express: oidc-provider tells its own path from the difference of the two.
      Object.assign(request, { originalUrl: request.url });
      request.url = (request.url ?? '').slice(path.length) || '/';
      if (!request.url.startsWith('/')) request.url = `/${request.url}`;
      if (request.url.startsWith('/interaction/')) return pickAccount(provider, file, request, response);
      await answer(request, response);
    },
  };
}

/** The account picker: GET shows the accounts, POST goes on with the chosen one. */
async function pickAccount(
  provider: Provider,
  file: AccountsFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
  } catch {
    return showPage(
      response,
      400,
      errorPage('invalid_request', 'this sign-in is over; go back and start again'),
    );
  }
  const picker = accountPickerPage(file.accounts);
  if (request.method !== 'POST') return showPage(response, 200, picker);
  const username = (await formOf(request)).get('username');
  const account = file.accounts.find((one) => one.username === username);
  if (!account) return showPage(response, 400, picker);
  await provider.interactionFinished(request, response, { login: { accountId: subjectOf(account) } });
}

function showPage(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(html);
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** The portal may be any page of the origin, under the names 127.0.0.1 and localhost: a registered list would only repeat that. */
function allowOriginRedirects(provider: Provider, origin: string): void {
  const allowed = new Set([origin, origin.replace('//127.0.0.1', '//localhost')]);
  const sameOrigin = (uri: string) => URL.canParse(uri) && allowed.has(new URL(uri).origin);
  Object.assign(provider.Client.prototype, {
    redirectUriAllowed: sameOrigin,
    postLogoutRedirectUriAllowed: sameOrigin,
  });
}
