import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';
import type { JsonValue } from '../json.ts';
import { claimText } from './claim-text.ts';
import type { JwtAuthorizer } from './http-api.ts';

/** What the function finds in `requestContext.authorizer.jwt`. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

export type Authorization =
  | { readonly allowed: true; readonly jwt: JwtContext }
  | { readonly allowed: false; readonly status: 401 | 403; readonly challenge: string };

/** HTTP API takes RSA signatures only (http-api-jwt-authorizer.html, "Token validation workflow"). */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

export interface JwtVerifierOptions {
  readonly clock: Clock;
  /** Keys of an issuer in this process; undefined sends the verifier to the issuer's discovery document. */
  readonly issuerKeys?: (issuer: string) => JWTVerifyGetKey | undefined;
}

/** Checks bearer tokens as HTTP API's JWT authorizer does; keys are fetched once per issuer and kept. */
export function createJwtVerifier({ clock, issuerKeys }: JwtVerifierOptions) {
  const discovered = new Map<string, Promise<JWTVerifyGetKey>>();

  function keysOf(issuer: string): JWTVerifyGetKey | Promise<JWTVerifyGetKey> {
    const local = issuerKeys?.(issuer);
    if (local) return local;
    let keys = discovered.get(issuer);
    if (!keys) {
      keys = discoverKeys(issuer);
      // An issuer that did not answer is asked again by the next request.
      keys.catch(() => discovered.delete(issuer));
      discovered.set(issuer, keys);
    }
    return keys;
  }

  async function verify(token: string, { issuer, audiences }: JwtAuthorizer): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, await keysOf(issuer), {
      issuer,
      algorithms: ALGORITHMS,
      currentDate: new Date(clock.now()),
    });
    checkAudience(payload, audiences);
    checkIssuedAt(payload, clock.now());
    return payload;
  }

  /** `header` is the Authorization header with or without `Bearer`; `routeScopes`: the token must have one of them. */
  return async function authorize(
    header: string | undefined,
    authorizer: JwtAuthorizer,
    routeScopes: readonly string[],
  ): Promise<Authorization> {
    const token = header?.replace(/^Bearer\s+/i, '').trim();
    if (!token) return { allowed: false, status: 401, challenge: 'Bearer' };
    try {
      const payload = await verify(token, authorizer);
      return decide(payload, routeScopes);
    } catch (error) {
      const scope = `scope="${routeScopes.join(' ')}" `;
      const challenge = `Bearer ${scope}error="invalid_token" error_description="${describe(error)}"`;
      return { allowed: false, status: 401, challenge };
    }
  };
}

function decide(payload: JWTPayload, routeScopes: readonly string[]): Authorization {
  const granted = scopesOf(payload);
  if (routeScopes.length > 0 && !routeScopes.some((scope) => granted?.includes(scope))) {
    const challenge = `Bearer scope="${routeScopes.join(' ')}" error="insufficient_scope"`;
    return { allowed: false, status: 403, challenge };
  }
  const claims = Object.entries(payload).map(([name, value]) => [name, claimText(value as JsonValue)]);
  return {
    allowed: true,
    jwt: { claims: Object.fromEntries(claims), scopes: routeScopes.length ? granted : null },
  };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error(`the issuer's discovery document answers ${response.status}`);
  const { jwks_uri } = (await response.json()) as { jwks_uri?: unknown };
  if (typeof jwks_uri !== 'string') throw new Error("the issuer's discovery document names no jwks_uri");
  return createRemoteJWKSet(new URL(jwks_uri));
}

/** `client_id` is looked at only when there is no `aud`. */
function checkAudience(payload: JWTPayload, audiences: readonly string[]): void {
  const named = payload.aud ?? payload.client_id;
  const claimed = Array.isArray(named) ? named : [named];
  if (!claimed.some((one) => audiences.includes(String(one))))
    throw new Error('the token has an invalid audience');
}

/** jose looks at exp and nbf; that iat must lie in the past is HTTP API's own rule. */
function checkIssuedAt({ iat, exp }: JWTPayload, nowMs: number): void {
  if (exp === undefined) throw new Error('the token has no expiration');
  if (iat !== undefined && iat * 1000 > nowMs) throw new Error('the token was issued in the future');
}

function scopesOf(payload: JWTPayload): readonly string[] | null {
  const value = payload.scope ?? payload.scp;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : null;
}

function describe(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') return 'invalid issuer';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature verification failed';
  return error instanceof errors.JOSEError || error instanceof Error
    ? error.message.replaceAll('"', "'")
    : 'invalid token';
}
