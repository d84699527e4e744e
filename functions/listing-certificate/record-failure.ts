import { RecordFailure } from '../../workflows/listing-certificate/steps.ts';
import { CASE_TRANSITIONS } from '../../workflows/shared/case.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { readListingCase } from './store/listing-case.ts';

interface Failure {
  readonly caseId: string;
  readonly error: string;
  readonly cause?: string | undefined;
}

/** Enough of a cause for the office to see what broke; the logs have the rest. */
const LONGEST_CAUSE = 2000;

/** Makes breakage visible: the case becomes FAILED with its reason and keeps everything. A case that has ended stays as it is. */
export async function recordFailure(failure: Failure, services: Services): Promise<{ caseId: string }> {
  await untilFresh(() => fail(failure, services));
  return { caseId: failure.caseId };
}

async function fail({ caseId, error, cause }: Failure, services: Services): Promise<void> {
  const { case: read } = await readListingCase(caseId, services);
  if (!CASE_TRANSITIONS[read.status].includes('FAILED')) return;
  const failedAt = localInstant(services.now());
  const reason = cause === undefined ? {} : { cause: cause.slice(0, LONGEST_CAUSE) };
  const deed = {
    kind: 'case-failed',
    at: failedAt,
    actor: { by: 'platform', step: 'RecordFailure' },
    details: { error },
  } as const;
  await services.commit(
    services.cases.change(read, { status: 'FAILED', failure: { error, ...reason, failedAt } }, deed),
  );
}

export const handler = task(RecordFailure, recordFailure);
