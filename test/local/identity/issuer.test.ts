import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { type Front, openFront } from '../../../local/gateway/index.ts';
import { createIssuer } from '../../../local/identity/index.ts';

const START_MS = Date.parse('2026-03-12T09:00:00Z');
const accounts = {
  audience: 'workflows',
  accounts: [
    {
      username: 'alpha',
      label: { zh: '甲公司 <经办>', en: 'Alpha Ltd' },
      claims: {
        organisation_kind: 'enterprise',
        organisation_id: '91500000MA0000001X',
        roles: 'applicant signer',
      },
    },
    {
      username: 'tax',
      password: 'secret',
      label: { zh: '税务局', en: 'Tax office' },
      claims: { sub: 'officer-7' },
    },
  ],
  clients: [
    {
      clientId: 'bank-1',
      clientSecret: 's3cret',
      label: { zh: '银行', en: 'Bank' },
      claims: { organisation_kind: 'bank' },
    },
  ],
};

let folder: string;
const fronts: Front[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'));
});
afterEach(async () => {
  await Promise.all(fronts.splice(0).map((front) => front.close()));
  await rm(folder, { recursive: true });
});

async function start(content: object = accounts) {
  const accountsFile = join(folder, 'accounts.json');
  await writeFile(accountsFile, JSON.stringify(content));
  const front = await openFront({ port: 0 });
  fronts.push(front);
  const clock = createVirtualClock(START_MS);
  const keysFile = join(folder, 'identity.json');
  const issuer = await createIssuer({ origin: front.origin, accountsFile, keysFile, clock });
  front.route('/oidc', issuer.handle);
  return { front, issuer, clock, keysFile };
}

async function token(issuer: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  });
  const body = (await response.json()) as { access_token?: string; id_token?: string; error?: string };
  return {
    status: response.status,
    ...body,
    accessToken: body.access_token ?? '',
    idToken: body.id_token ?? '',
  };
}

const byPassword = (username: string, password: string, more: Record<string, string> = {}) => ({
  grant_type: 'password',
  client_id: 'cli',
  username,
  password,
  ...more,
});

test('the password grant gives a token that the published keys and the keys in process verify', async () => {
  const { issuer, clock } = await start();

  const { accessToken } = await token(issuer.issuer, byPassword('alpha', 'demo'));

  const expected = { issuer: issuer.issuer, audience: 'workflows', currentDate: new Date(clock.now()) };
  const discovery = await fetch(`${issuer.issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = (await discovery.json()) as { jwks_uri: string };
  const { payload, protectedHeader } = await jwtVerify(
    accessToken,
    createRemoteJWKSet(new URL(jwks_uri)),
    expected,
  );
  await jwtVerify(accessToken, issuer.keys, expected);
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    sub: 'alpha',
    organisation_kind: 'enterprise',
    organisation_id: '91500000MA0000001X',
    roles: 'applicant signer',
    scope: 'api',
    client_id: 'cli',
    iat: START_MS / 1000,
    exp: START_MS / 1000 + 12 * 3600,
  });
});

test('the account decides its own subject and password', async () => {
  const { issuer } = await start();

  const right = await token(issuer.issuer, byPassword('tax', 'secret'));
  const wrong = await token(issuer.issuer, byPassword('tax', 'demo'));
  const nobody = await token(issuer.issuer, byPassword('nobody', 'demo'));

  expect(decodeJwt(right.accessToken).sub).toBe('officer-7');
  expect([wrong.status, wrong.error]).toEqual([400, 'invalid_grant']);
  expect([nobody.status, nobody.error]).toEqual([400, 'invalid_grant']);
});

test('a token issued after the clock moved starts then', async () => {
  const { issuer, clock } = await start();
  await clock.advance(86_400_000);

  const { accessToken } = await token(issuer.issuer, byPassword('alpha', 'demo'));

  expect(decodeJwt(accessToken).iat).toBe(START_MS / 1000 + 86_400);
});

test('an institution gets a token in its own name with its secret only', async () => {
  const { issuer } = await start();
  const basic = (secret: string) => ({
    authorization: `Basic ${Buffer.from(`bank-1:${secret}`).toString('base64')}`,
  });
  const form = { grant_type: 'client_credentials', scope: 'api' };

  const right = await token(issuer.issuer, form, basic('s3cret'));
  const wrong = await token(issuer.issuer, form, basic('guess'));

  expect(decodeJwt(right.accessToken)).toMatchObject({
    sub: 'bank-1',
    aud: 'workflows',
    organisation_kind: 'bank',
  });
  expect([wrong.status, wrong.error]).toEqual([401, 'invalid_client']);
});

test('tokens stay valid over a restart because the key is kept', async () => {
  const first = await start();
  const { accessToken } = await token(first.issuer.issuer, byPassword('alpha', 'demo'));

  const second = await start();

  await jwtVerify(accessToken, second.issuer.keys, { currentDate: new Date(START_MS) });
  const kept = await readFile(second.keysFile, 'utf8');
  expect(JSON.parse(kept).jwk.kty).toBe('RSA');
});

/** What a browser does: follows redirects and keeps cookies. */
function browser() {
  const cookies = new Map<string, string>();
  return async function visit(url: string, init: RequestInit = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      text: await response.text(),
      location: location && new URL(location, url).href,
    };
  };
}

const verifier = 'v'.repeat(43);
function authorizationUrl(issuer: string, redirectUri: string): string {
  const parameters = {
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid api',
    redirect_uri: redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'xyz',
  };
  return `${issuer}/auth?${new URLSearchParams(parameters)}`;
}

test('the portal signs in by picking an account and exchanges the code with PKCE, without a word on the console', async () => {
  const printed = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info')];
  const { front, issuer } = await start();
  const visit = browser();
  const redirectUri = `${front.origin}/portal/callback`;

  const toPicker = await visit(authorizationUrl(issuer.issuer, redirectUri));
  const picker = await visit(toPicker.location ?? '');
  const picked = await visit(toPicker.location ?? '', {
    method: 'POST',
    body: new URLSearchParams({ username: 'alpha' }),
  });
  const back = await visit(picked.location ?? '');

  expect(picker.text).toContain('甲公司 &#60;经办&#62;');
  expect(picker.text).toContain('Tax office');
  const callback = new URL(back.location ?? '');
  expect(callback.origin + callback.pathname).toBe(redirectUri);
  expect(callback.searchParams.get('state')).toBe('xyz');
  const { accessToken, idToken } = await token(issuer.issuer, {
    grant_type: 'authorization_code',
    client_id: 'portal',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  expect(decodeJwt(accessToken)).toMatchObject({
    sub: 'alpha',
    aud: 'workflows',
    scope: 'api',
    roles: 'applicant signer',
  });
  expect(decodeJwt(idToken)).toMatchObject({ sub: 'alpha', aud: 'portal', organisation_kind: 'enterprise' });
  expect(printed.map((spy) => spy.mock.calls)).toEqual([[], []]);
});

test('the picker refuses an account that is not there and a sign-in that is over', async () => {
  const { front, issuer } = await start();
  const visit = browser();
  const toPicker = await visit(authorizationUrl(issuer.issuer, `${front.origin}/portal`));

  const unknown = await visit(toPicker.location ?? '', {
    method: 'POST',
    body: new URLSearchParams({ username: 'x' }),
  });
  const elsewhere = await browser()(toPicker.location ?? '');

  expect([unknown.status, elsewhere.status]).toEqual([400, 400]);
});

test('only pages of this machine may call the issuer from a script', async () => {
  const { issuer } = await start();
  const allowedFor = async (origin: string) => {
    const body = new URLSearchParams(byPassword('alpha', 'demo'));
    const response = await fetch(`${issuer.issuer}/token`, { method: 'POST', body, headers: { origin } });
    return response.headers.get('access-control-allow-origin');
  };

  expect(await allowedFor('http://localhost:5173')).toBe('http://localhost:5173');
  expect(await allowedFor('https://evil.test')).toBeNull();
});

test('a redirect to another origin is refused', async () => {
  const { issuer } = await start();

  const refused = await browser()(authorizationUrl(issuer.issuer, 'https://evil.test/callback'));

  expect(refused).toMatchObject({ status: 400, location: null });
});

test.each([
  ['an unknown property', { ...accounts, audiences: 'x' }, /audiences/],
  [
    'a claim that is no text',
    { ...accounts, accounts: [{ ...accounts.accounts[0], claims: { roles: ['a'] } }] },
    /roles/,
  ],
  [
    'an account that is there twice',
    { ...accounts, accounts: [accounts.accounts[0], accounts.accounts[0]] },
    /alpha/,
  ],
])('an accounts file with %s is refused and the place is named', async (_, content, place) => {
  await expect(start(content)).rejects.toThrow(place);
});
