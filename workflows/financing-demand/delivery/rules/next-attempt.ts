import type { DeliveryRules } from '../delivery-rules.ts';

/** How an endpoint answered one message; without `status` no answer came. */
export interface EndpointAnswer {
  readonly status?: number;
  readonly retryAfter?: string;
  /** Why there was no answer: `timeout`, `inner-address` and the like. */
  readonly failure?: string;
}

export type Verdict =
  | { readonly verdict: 'delivered' }
  /** The institution took its endpoint away. */
  | { readonly verdict: 'gone' }
  | { readonly verdict: 'again'; readonly afterSeconds: number }
  /** That was the last attempt. */
  | { readonly verdict: 'dead' };

/**
 * What follows from an answer, by Standard Webhooks: 2xx is delivered, 410 is gone, everything else (redirects, too, which are never
 * followed) is tried again, later where Retry-After asks for it. `attempts`: how many were made, this one included.
 */
export function nextAttempt(
  answer: EndpointAnswer,
  attempts: number,
  now: Date,
  rules: Pick<DeliveryRules, 'delaysSeconds' | 'longestRetryAfterSeconds'>,
): Verdict {
  const { status = 0 } = answer;
  if (status >= 200 && status < 300) return { verdict: 'delivered' };
  if (status === 410) return { verdict: 'gone' };
  const delay = rules.delaysSeconds[attempts];
  if (delay === undefined) return { verdict: 'dead' };
  const asked = Math.min(secondsOf(answer.retryAfter, now), rules.longestRetryAfterSeconds);
  return { verdict: 'again', afterSeconds: Math.max(delay, asked) };
}

/** Retry-After is seconds or a date (RFC 9110, 10.2.3); anything else asks for nothing. */
function secondsOf(retryAfter: string | undefined, now: Date): number {
  const text = retryAfter?.trim() ?? '';
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
