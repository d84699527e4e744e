import type { RateLimit } from './http-api.ts';

/**
 * A token bucket, as API Gateway's throttling is described. It guards the machine and not the procedure's deadlines, so it
 * follows monotonic time even where the clock is virtual: a clock that stands still would never fill the bucket again.
 */
export function createTokenBucket(limit: RateLimit, monotonicMs: () => number = () => performance.now()) {
  let tokens = limit.burst;
  let filledAtMs = monotonicMs();

  /** Takes a token; false when there is none, and the request must be answered 429. */
  return function take(): boolean {
    const nowMs = monotonicMs();
    tokens = Math.min(limit.burst, tokens + ((nowMs - filledAtMs) / 1000) * limit.ratePerSecond);
    filledAtMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
