import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { showJwks } from '../../../functions/public/show-jwks.ts';
import { signingKey } from '../../../functions/shared/client/signing-key.ts';
import { route } from '../../../functions/shared/route.ts';
import { extended } from '../../../functions/shared/services.ts';
import { ShowJwks } from '../../../workflows/shared/public-routes.ts';
import { kmsKey } from '../shared/client/kms-key.ts';
import { send } from '../support/http.ts';

it('publishes the key by which what was signed is verified, and lets it be cached', async () => {
  const key = signingKey(kmsKey().kms, 'a-key');
  const jwt = await key.signJwt({ typ: 'vc+jwt' }, { text: 'signed' });

  const { status, headers, json } = await send(
    route(ShowJwks, showJwks, () => extended({ signingKey: key })),
    {},
  );

  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/jwk-set+json');
  expect(headers['cache-control']).toMatch(/^public, max-age=\d+$/);
  const published = createLocalJWKSet(json as unknown as JSONWebKeySet);
  expect((await jwtVerify(jwt, published)).payload).toEqual({ text: 'signed' });
});
