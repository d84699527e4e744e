import * as z from 'zod';
import { RecordDeadExecution } from '../../workflows/shared/desk-steps.ts';
import { executionName } from '../shared/client/machines.ts';
import { failCase } from '../shared/fail-case.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';

const ExecutionInput = z.object({ caseId: z.string().min(1) });

/**
 * Catches what the machine could not record itself: an execution that ended other than well (RecordFailure failed too, somebody
 * stopped it, a year passed) while its case still waits. Events of an earlier attempt, and doubled ones, change nothing.
 */
export async function recordDeadExecution(
  { detail }: z.output<typeof RecordDeadExecution.input>,
  services: Pick<Services, 'now' | 'cases' | 'outbox' | 'commit'>,
): Promise<{ caseId: string; recorded: boolean }> {
  const { caseId } = ExecutionInput.parse(JSON.parse(detail.input));
  const recorded = await untilFresh(async () => {
    const read = await services.cases.read(caseId);
    if (!read || detail.name !== executionName(read)) return false;
    const breakage = { error: detail.error ?? `Execution${detail.status}`, cause: detail.cause };
    return failCase(read, breakage, 'RecordDeadExecution', services);
  });
  return { caseId, recorded };
}

export const handler = task(RecordDeadExecution, recordDeadExecution);
