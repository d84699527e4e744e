import type { Catcher, Retrier } from '../definition/machine.ts';

/**
 * Whether a retrier's or catcher's ErrorEquals names the error.
 * `States.ALL` stands for every error but States.DataLimitExceeded and States.Runtime, `States.TaskFailed` for every one but
 * those and States.Timeout. Source: developer guide, "Handling errors in Step Functions workflows", error names.
 * @param alias a missed heartbeat is a States.Timeout (as recorded) that States.HeartbeatTimeout names too; a task's result
 *   over the limit is a States.DataLimitExceeded that States.ALL names too
 */
export function matchesError(
  errorEquals: readonly string[],
  error: string | undefined,
  alias?: string,
): boolean {
  if (error !== undefined && errorEquals.includes(error)) return true;
  if (alias !== undefined && errorEquals.includes(alias)) return true;
  if (error === 'States.DataLimitExceeded' || error === 'States.Runtime') return false;
  if (errorEquals.includes('States.ALL')) return true;
  return errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout';
}

/** The first retrier that names the error: it alone decides. */
export function chooseRetrier(
  retriers: readonly Retrier[],
  error: string | undefined,
  alias?: string,
): { retrier: Retrier; index: number } | undefined {
  const index = retriers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error, alias));
  const retrier = retriers[index];
  return retrier === undefined ? undefined : { retrier, index };
}

export function chooseCatcher(
  catchers: readonly Catcher[],
  error: string | undefined,
  alias?: string,
): { catcher: Catcher; index: number } | undefined {
  const index = catchers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error, alias));
  const catcher = catchers[index];
  return catcher === undefined ? undefined : { catcher, index };
}

/** The pause before the next attempt, after `used` earlier retries by this retrier. */
export function retryDelayMs(retrier: Retrier, used: number): number {
  const interval = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min(interval, retrier.MaxDelaySeconds ?? Infinity);
  const share = retrier.JitterStrategy === 'FULL' ? Math.random() : 1;
  return Math.round(Math.min(seconds, longestRetrySeconds) * 1000 * share);
}

/** MaxDelaySeconds may be at most a year; a larger backoff would outlive the execution. */
const longestRetrySeconds = 31_622_400;
