import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { showJwks } from '../../../functions/public/show-jwks.ts';
import { type PublicJwk, type SigningKey, signingKey } from '../../../functions/shared/client/signing-key.ts';
import { route } from '../../../functions/shared/route.ts';
import { extended } from '../../../functions/shared/services.ts';
import { PublicKeys, ShowJwks } from '../../../workflows/shared/public-routes.ts';
import { kmsKey } from '../shared/client/kms-key.ts';
import { send } from '../support/http.ts';

const shown = async (key: SigningKey, otherKeys: PublicJwk[] = []) =>
  send(
    route(ShowJwks, showJwks, () => extended({ signingKey: key, otherKeys: PublicKeys.parse(otherKeys) })),
    {},
  );

it('publishes the key by which what was signed is verified, and lets it be cached', async () => {
  const key = signingKey(kmsKey().kms, 'a-key');
  const jwt = await key.signJwt({ typ: 'vc+jwt' }, { text: 'signed' });

  const { status, headers, json } = await shown(key);

  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/jwk-set+json');
  expect(headers['cache-control']).toMatch(/^public, max-age=\d+$/);
  const published = createLocalJWKSet(json as unknown as JSONWebKeySet);
  expect((await jwtVerify(jwt, published)).payload).toEqual({ text: 'signed' });
});

it('publishes earlier keys too, so that what they signed is verified still, and the present one once', async () => {
  const earlier = signingKey(kmsKey().kms, 'earlier');
  const present = signingKey(kmsKey().kms, 'present');
  const jwt = await earlier.signJwt({ typ: 'vc+jwt' }, { text: 'signed before' });
  const keys = [await earlier.publicJwk(), await present.publicJwk()];

  const { headers, json } = await shown(present, keys);

  const kids = (json.keys as PublicJwk[]).map(({ kid }) => kid);
  expect(kids).toEqual([keys[1]?.kid, keys[0]?.kid]);
  expect(headers.etag).not.toBe((await shown(present)).headers.etag);
  const published = createLocalJWKSet(json as unknown as JSONWebKeySet);
  expect((await jwtVerify(jwt, published)).payload).toEqual({ text: 'signed before' });
});
