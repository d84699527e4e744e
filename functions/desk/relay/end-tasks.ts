import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { mayHappen } from '../../../workflows/shared/desk-transitions.ts';
import { ERROR_NAME } from '../../../workflows/shared/error-names.ts';
import { log, withoutPersonalData } from '../../shared/log.ts';
import type { Services } from '../../shared/services.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { awaitedSupplement } from '../time/running-clock.ts';

/** Closes every task of a withdrawn case that nobody decided; nobody can answer it then. */
export async function closeTasks(
  caseId: string,
  { desk, commit }: Pick<Services, 'desk' | 'commit'>,
): Promise<void> {
  await untilFresh(async () => {
    const open = (await desk.ofCase(caseId)).filter((task) => mayHappen('withdraw', task));
    for (const task of open) {
      await commit(await closing([task], { desk }));
    }
  });
}

/** What closes open tasks, and the supplements they wait for. */
export async function closing(
  open: readonly DeskTask[],
  { desk }: Pick<Services, 'desk'>,
): Promise<GuardedWrite[]> {
  const awaited = await Promise.all(open.map((task) => awaitedSupplement(task, { desk })));
  return [
    ...desk.close(open),
    ...awaited.flatMap((asked) => (asked ? desk.supplements.change(asked, { status: 'CLOSED' }) : [])),
  ];
}

/**
 * Closes the tasks of a withdrawn case and fails their tokens, so that the machine ends. Never throws: the mark of the
 * withdrawal makes functions/desk/relay-desk-decisions do within a minute what is left undone here.
 */
export async function endTasks(
  caseId: string,
  services: Pick<ServicesWithMachines, 'desk' | 'machines' | 'commit'>,
): Promise<boolean> {
  const { desk, machines } = services;
  try {
    const tasks = await desk.ofCase(caseId);
    await closeTasks(caseId, services);
    // Tokens of closed ones too: a process that died before may have closed them and told nobody.
    const waiting = tasks.filter(({ status }) => status === 'OPEN' || status === 'CLOSED');
    await Promise.all(
      waiting.map(async ({ taskId }) => {
        const taskToken = await desk.tokenOf(taskId);
        if (taskToken) await machines.fail(taskToken, ERROR_NAME.caseWithdrawn);
      }),
    );
    for (const taskToken of await desk.waits.tokensOf(caseId)) {
      await machines.fail(taskToken, ERROR_NAME.caseWithdrawn);
    }
    await desk.closed(caseId);
    return true;
  } catch (error) {
    log.warn('tasks not closed yet', { caseId, ...withoutPersonalData(error) });
    return false;
  }
}
