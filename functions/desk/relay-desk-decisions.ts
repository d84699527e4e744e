import type * as z from 'zod';
import type { CaseStatus } from '../../workflows/shared/case.ts';
import { RelayDeskDecisions } from '../../workflows/shared/desk-steps.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { log, withoutPersonalData } from '../shared/log.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import type { PendingStart } from '../shared/store/case-store.ts';
import { task } from '../shared/task.ts';
import { wake } from '../shared/wake.ts';
import { endTasks } from './relay/end-tasks.ts';
import { relayDecision } from './relay/relay-decision.ts';
import { tellMoved } from './relay/tell-moved.ts';
import { recomputeDueDates } from './time/recompute-due-dates.ts';

const AT_ONCE = 10;

/**
 * Heals what a crash left between a write and its signal: decisions the machine was not told of, cases whose execution was not
 * begun, withdrawn cases whose tasks stayed open, times that changed, waits that are over, and due dates to be computed by a new calendar. All are
 * found by their marks, never by a scan; doing it twice changes nothing.
 */
export async function relayDeskDecisions(
  _event: unknown,
  services: ServicesWithMachines,
): Promise<z.input<typeof RelayDeskDecisions.output>> {
  const [taskIds, starts, closings, moves, wakes] = await Promise.all([
    services.desk.pendingRelays(),
    services.cases.pendingStarts(),
    services.desk.pendingClosings(),
    services.desk.pendingMoves(),
    services.desk.waits.marks(),
  ]);
  const relayed = await countDone(taskIds, (taskId) => relayOne(taskId, services));
  const begun = await countDone(starts, (start) => beginOne(start, services));
  const closed = await countDone(closings, (caseId) => endTasks(caseId, services));
  const moved = await countDone(moves, (taskId) => tellMoved(taskId, services));
  const woken = await countDone(wakes, (wait) => wake(wait, services));
  await recomputeDueDates(services);
  const found = taskIds.length + starts.length + closings.length + moves.length + wakes.length;
  return { relayed, begun, closed, moved, woken, left: found - relayed - begun - closed - moved - woken };
}

async function relayOne(taskId: string, services: ServicesWithMachines): Promise<boolean> {
  try {
    const decided = await services.desk.read(taskId);
    const taskToken = await services.desk.tokenOf(taskId);
    if (!decided || !taskToken) throw new Error(`task ${taskId} is marked and is not there`);
    await relayDecision(decided, taskToken, services);
    return true;
  } catch (error) {
    log.warn('decision not relayed yet', { taskId, ...withoutPersonalData(error) });
    return false;
  }
}

async function beginOne(start: PendingStart, services: ServicesWithMachines): Promise<boolean> {
  const { caseId, attempt } = start;
  try {
    const found = await services.cases.read(caseId);
    if (found && !HAS_A_RESULT.has(found.status) && found.attempt === attempt) {
      return beginExecution(start, services);
    }
    // Begun anew since, or ended: nothing is left to begin by this mark.
    await services.cases.started(start);
    return true;
  } catch (error) {
    log.warn('execution not begun yet', { caseId, attempt, ...withoutPersonalData(error) });
    return false;
  }
}

/** A withdrawn case begins too: its machine meets the withdrawal at the first step and undoes what the procedure began. */
const HAS_A_RESULT: ReadonlySet<CaseStatus> = new Set(['ISSUED', 'DECIDED']);

/** How many of them were done, a few at a time. */
async function countDone<T>(items: readonly T[], act: (item: T) => Promise<boolean>): Promise<number> {
  let done = 0;
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const outcomes = await Promise.all(items.slice(from, from + AT_ONCE).map(act));
    done += outcomes.filter(Boolean).length;
  }
  return done;
}

export const handler = task(RelayDeskDecisions, relayDeskDecisions, servicesWithMachines);
