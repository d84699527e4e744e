import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpEvent } from './http-event.ts';

/** Headers that the distribution sets (infra/api-behavior.ts); API Gateway writes all names in lower case. */
const VIEWER = 'true-client-ip';
const PROOF = 'x-origin-secret';

/**
 * Where a request comes from. Behind the distribution the connection is that of its edge, and the caller the one that the edge names;
 * anybody can send that header, so it is believed only with the secret that the edge sends beside it.
 */
export function callerAddress(
  { headers, requestContext }: Pick<HttpEvent, 'headers' | 'requestContext'>,
  secret: string | undefined,
): string {
  const viewer = headers[VIEWER];
  if (viewer && secret && isSame(headers[PROOF], secret)) return viewer;
  return requestContext.http?.sourceIp ?? '';
}

/** In a time that says nothing of how much is right. */
function isSame(given: string | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(secret));
}
