import type { FunctionSpec } from './function-spec.ts';
import { ShowJwks, ShowOpenApi } from './public-routes.ts';

/** What is open to everybody and belongs to no procedure. */
export const PUBLIC_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice: 'public',
    name: 'show-jwks',
    routes: [ShowJwks],
    signingKey: ['GetPublicKey'],
    otherPublicKeys: true,
  },
  { slice: 'public', name: 'show-openapi', routes: [ShowOpenApi] },
];
