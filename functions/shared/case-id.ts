import { createHash } from 'node:crypto';
import type { IdempotentRequest } from './store/idempotency-store.ts';

/**
 * The id of the case that a request makes, `lc-9f86...`: from the enterprise, its key and the day, so that a request sent again stores its
 * attachments in the same places, and a key used again when its marker has expired makes another case.
 */
export function caseIdOf(
  prefix: string,
  { organisationId, key }: IdempotentRequest,
  todayOn: string,
): string {
  const digest = createHash('sha256').update(`${organisationId}\n${todayOn}\n${key}`).digest('hex');
  return `${prefix}-${digest.slice(0, 32)}`;
}
