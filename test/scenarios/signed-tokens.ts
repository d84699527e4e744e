import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';

/** Tokens that are wrong in one thing, made from a good one; the issuer's own key lies in the data directory. */
export async function wrongTokens(good: string, dataDirectory: string): Promise<Record<string, string>> {
  const { jwk } = JSON.parse(readFileSync(join(dataDirectory, 'identity.json'), 'utf8')) as { jwk: JWK };
  const own = await importJWK(jwk, 'RS256');
  const { privateKey: stranger } = await generateKeyPair('RS256');
  const claims = decodeJwt(good);
  const sign = (payload: JWTPayload, key: Parameters<SignJWT['sign']>[0] = own) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' }).sign(key);
  const { organisation_id: _, ...nobody } = claims;
  const [header, , signature] = good.split('.');
  return {
    // Proves that the others are refused for what is wrong in them.
    right: await sign(claims),
    expired: await sign({ ...claims, iat: 1_000_000_000, exp: 1_000_003_600 }),
    'signed by somebody else': await sign(claims, stranger),
    'for another audience': await sign({ ...claims, aud: 'another-platform' }),
    'of another issuer': await sign({ ...claims, iss: 'https://issuer.example' }),
    'not signed': `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`,
    'changed after it was signed': [
      header,
      encoded({ ...claims, organisation_kind: 'office', organisation_id: 'office' }),
      signature,
    ].join('.'),
    'no token at all': 'abc',
    'without an organisation': await sign(nobody),
  };
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
