import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod';
import { readFileIfThere, writeFileDurably } from '../durable-file.ts';

const KeyFile = z.strictObject({ jwk: z.record(z.string(), z.string()), cookieKey: z.string() });

export interface IssuerKeys {
  /** Private key that signs tokens (RS256: HTTP API takes RSA only), with its `kid`. */
  readonly jwk: JWK & { readonly kid: string };
  readonly cookieKey: string;
}

/** The keys in the file, or new ones that are safely in it before anyone can use them; without a file they live in memory. */
export async function loadIssuerKeys(path: string | undefined): Promise<IssuerKeys> {
  const text = path === undefined ? undefined : await readFileIfThere(path);
  if (text !== undefined) {
    const { jwk, cookieKey } = KeyFile.parse(JSON.parse(text));
    return { jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk) }, cookieKey };
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const exported = await exportJWK(privateKey);
  const jwk = { ...exported, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(exported) };
  const keys = { jwk, cookieKey: randomBytes(32).toString('base64url') };
  if (path !== undefined) await writeFileDurably(path, JSON.stringify(keys));
  return keys;
}

/** The public half, for the gateway's authorizer. */
export function publicJwk({ jwk }: IssuerKeys): JWK {
  const { kty, n, e, kid, alg, use } = jwk;
  return { kty: kty ?? 'RSA', n: n ?? '', e: e ?? '', kid, alg: alg ?? 'RS256', use: use ?? 'sig' };
}
