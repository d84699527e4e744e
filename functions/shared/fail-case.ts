import { CASE_TRANSITIONS, type Case, standingFailure } from '../../workflows/shared/case.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from './services.ts';

/** What broke, as Step Functions names it. */
export interface Breakage {
  readonly error: string;
  readonly cause?: string | undefined;
}

/** Enough of a cause for the office to see what broke; the logs have the rest. */
const LONGEST_CAUSE = 2000;

/**
 * Makes breakage visible: the case becomes FAILED with its reason and keeps everything, so that the office can resume it. A
 * withdrawn case stays withdrawn and keeps the reason: what its procedure began is not undone yet. One that has a result, or has
 * failed already, stays as it is; says whether anything was written.
 */
export async function failCase(
  read: Case,
  { error, cause }: Breakage,
  step: string,
  { now, cases, outbox, commit }: Pick<Services, 'now' | 'cases' | 'outbox' | 'commit'>,
): Promise<boolean> {
  const mayFail = CASE_TRANSITIONS[read.status].includes('FAILED');
  if (standingFailure(read) || !(mayFail || read.status === 'WITHDRAWN')) return false;
  const failedAt = localInstant(now());
  const reason = cause === undefined ? {} : { cause: cause.slice(0, LONGEST_CAUSE) };
  const failure = { error, ...reason, failedAt, attempt: read.attempt };
  const deed = {
    kind: 'case-failed',
    at: failedAt,
    actor: { by: 'platform', step },
    details: { error },
  } as const;
  await commit([
    ...cases.change(read, mayFail ? { status: 'FAILED', failure } : { failure }, deed),
    ...outbox.notify('case-failed', read, failedAt, { error }),
  ]);
  return true;
}
