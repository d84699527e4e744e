import { calculateJwkThumbprint, importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { signingKey } from '../../../../functions/shared/client/signing-key.ts';
import { kmsKey } from './kms-key.ts';

describe('the signing key', () => {
  it('signs a JWT that jose verifies against the published key', async () => {
    const key = signingKey(kmsKey().kms, 'a-key');

    const jwt = await key.signJwt({ typ: 'vc+jwt' }, { issuer: 'https://example.test', text: '两江' });

    const published = await importJWK(await key.publicJwk(), 'ES256');
    const { payload, protectedHeader } = await jwtVerify(jwt, published, { typ: 'vc+jwt' });
    expect(payload).toEqual({ issuer: 'https://example.test', text: '两江' });
    expect(protectedHeader).toEqual({ typ: 'vc+jwt', alg: 'ES256', kid: (await key.publicJwk()).kid });
  });

  it('signs messages longer than the 4096 bytes KMS takes', async () => {
    const key = signingKey(kmsKey().kms, 'a-key');

    const jwt = await key.signJwt({}, { text: '长'.repeat(100_000) });

    await expect(jwtVerify(jwt, await importJWK(await key.publicJwk(), 'ES256'))).resolves.toBeDefined();
  });

  it('signs rightly whatever the length of the integers in the DER signature', async () => {
    const key = signingKey(kmsKey().kms, 'a-key');
    const published = await importJWK(await key.publicJwk(), 'ES256');

    for (let attempt = 0; attempt < 300; attempt += 1) {
      const jwt = await key.signJwt({}, { attempt });
      expect((await jwtVerify(jwt, published)).payload.attempt).toBe(attempt);
    }
  });

  it('names the key by its RFC 7638 thumbprint and publishes no private part', async () => {
    const jwk = await signingKey(kmsKey().kms, 'a-key').publicJwk();

    expect(jwk.kid).toBe(await calculateJwkThumbprint(jwk));
    expect(Object.keys(jwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('asks KMS for the public key once', async () => {
    const { kms, asked } = kmsKey();
    const key = signingKey(kms, 'a-key');

    await Promise.all([key.publicJwk(), key.signJwt({}, {}), key.publicJwk()]);

    expect(asked).toEqual({ publicKeys: 1, signatures: 1 });
  });
});
