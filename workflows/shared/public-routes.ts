import * as z from 'zod';
import { routeContract } from './route-contract.ts';

const PublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().meta({ description: 'RFC 7638 thumbprint' }),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

export const PublicKeys = z.array(PublicKey);

/** RFC 7517: the keys by which anybody verifies what the platform signed. */
export const ShowJwks = routeContract({
  operationId: 'showJwks',
  method: 'GET',
  path: '/.well-known/jwks.json',
  summary: { zh: '签名公钥', en: 'Public keys of the platform’s signatures' },
  access: { who: 'public' },
  reply: z.strictObject({ keys: PublicKeys }),
  mediaType: 'application/jwk-set+json',
  status: 200,
});

export const ShowOpenApi = routeContract({
  operationId: 'showOpenApi',
  method: 'GET',
  path: '/openapi.json',
  summary: { zh: '接口说明（OpenAPI 3.1）', en: 'This description of the API (OpenAPI 3.1)' },
  access: { who: 'public' },
  reply: z.looseObject({ openapi: z.string() }),
  status: 200,
});
