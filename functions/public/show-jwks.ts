import type * as z from 'zod';
import { PublicKeys, ShowJwks } from '../../workflows/shared/public-routes.ts';
import { platformKey } from '../shared/client/platform-key.ts';
import type { SigningKey } from '../shared/client/signing-key.ts';
import { setting } from '../shared/config.ts';
import type { RouteReply } from '../shared/route.ts';
import { route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';

/** Verifiers may keep the keys for an hour: so long a new key is published before anything is signed by it (docs/deployment.md). */
const CACHE_CONTROL = 'public, max-age=3600';

interface JwksServices {
  readonly signingKey: SigningKey;
  /** Of what was signed earlier, and of what will be. */
  readonly otherKeys: z.output<typeof PublicKeys>;
}

/** The keys by which anybody verifies what the platform signed. */
export async function showJwks(
  _input: unknown,
  { signingKey, otherKeys }: JwksServices,
): Promise<RouteReply<typeof ShowJwks>> {
  const { kty, crv, x, y, kid, alg, use } = await signingKey.publicJwk();
  const keys = [{ kty, crv, x, y, kid, alg, use }, ...otherKeys.filter((other) => other.kid !== kid)];
  return {
    body: ShowJwks.reply.parse({ keys }),
    headers: {
      'cache-control': CACHE_CONTROL,
      etag: `"${keys.map((key) => key.kid).join('.')}"`,
      'access-control-allow-origin': '*',
    },
  };
}

const services = () =>
  extended({
    signingKey: platformKey(),
    otherKeys: PublicKeys.parse(JSON.parse(setting('OTHER_PUBLIC_KEYS'))),
  });

export const handler = route(ShowJwks, showJwks, services);
