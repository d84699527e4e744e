import { RecordFailure } from '../../workflows/shared/desk-steps.ts';
import { type Breakage, failCase } from '../shared/fail-case.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';

interface Failure extends Breakage {
  readonly caseId: string;
}

/** The machine's last resort: what no retry heals becomes visible on the case. */
export async function recordFailure(
  { caseId, ...breakage }: Failure,
  services: Services,
): Promise<{ caseId: string }> {
  await untilFresh(async () => {
    const read = await services.cases.read(caseId);
    if (!read) throw new Error(`There is no case ${caseId}`);
    await failCase(read, breakage, 'RecordFailure', services);
  });
  return { caseId };
}

export const handler = task(RecordFailure, recordFailure);
