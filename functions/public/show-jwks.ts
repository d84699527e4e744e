import { ShowJwks } from '../../workflows/shared/public-routes.ts';
import { platformKey } from '../shared/client/platform-key.ts';
import type { SigningKey } from '../shared/client/signing-key.ts';
import type { RouteReply } from '../shared/route.ts';
import { route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';

/** Verifiers may keep the keys for an hour: a new key is published before anything is signed by it. */
const CACHE_CONTROL = 'public, max-age=3600';

/** The keys by which anybody verifies what the platform signed. */
export async function showJwks(
  _input: unknown,
  services: { readonly signingKey: SigningKey },
): Promise<RouteReply<typeof ShowJwks>> {
  const { kty, crv, x, y, kid, alg, use } = await services.signingKey.publicJwk();
  const keys = [{ kty, crv, x, y, kid, alg, use }];
  return {
    body: ShowJwks.reply.parse({ keys }),
    headers: { 'cache-control': CACHE_CONTROL, etag: `"${kid}"`, 'access-control-allow-origin': '*' },
  };
}

export const handler = route(ShowJwks, showJwks, () => extended({ signingKey: platformKey() }));
