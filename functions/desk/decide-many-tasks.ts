import { DecideManyTasks } from '../../workflows/shared/desk-routes.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import { procedureOf } from '../../workflows/shared/procedures.ts';
import { reachTask } from '../shared/access.ts';
import { type ServicesWithFiles, servicesWithFiles } from '../shared/attachments/services-with-files.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { log, withoutPersonalData } from '../shared/log.ts';
import { refusalOf } from '../shared/problem.ts';
import { onlyOnce, type RouteReply, route } from '../shared/route.ts';
import { answersOf } from './bulk/answers-of.ts';
import { decideDeskTask } from './decide-desk-task.ts';
import { openQuestion } from './view/open-question.ts';

type Contract = typeof DecideManyTasks;
type Input = RouteInput<Contract>;
type Result = RouteReply<Contract>['body']['results'][number];

const AT_ONCE = 5;

/**
 * One choice answers many like tasks. Each is decided in a transaction of its own, with a marker of its own under the request's key:
 * sent again, those that were decided answer as before and the others are tried again. Nothing is decided where they are not alike.
 */
export async function decideManyTasks(
  input: Input,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const reached = await inTurns(input.body.tasks, ({ taskId }) => reachOne(input, taskId, services));
  const answers = answersOf(
    reached.map((one) => (one instanceof RefusedError ? undefined : one)),
    input.body.choice,
  );
  const results = await inTurns(input.body.tasks, (asked, index) => {
    const task = reached[index];
    return task === undefined || task instanceof RefusedError
      ? Promise.resolve(refused(asked.taskId, task))
      : decideOne(input, task, asked.version, answers[index], services);
  });
  return { body: { results } };
}

async function reachOne(
  { actor }: Input,
  taskId: string,
  services: ServicesWithFiles,
): Promise<DeskTask | RefusedError> {
  try {
    return await reachTask(actor, taskId, services);
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

async function decideOne(
  { actor, idempotency }: Input,
  task: DeskTask,
  ifMatch: number,
  answer: unknown,
  services: ServicesWithFiles,
): Promise<Result> {
  const { taskId } = task;
  const own = { ...idempotency, key: `${idempotency.key}#${taskId}` };
  try {
    const reply = await onlyOnce(own, services, async () => {
      await refuseWhatIsFound(task, services);
      const request = {
        params: { taskId },
        query: undefined,
        body: { answer, attachmentIds: [] },
        case: undefined,
        supplement: undefined,
        task,
        actor,
      };
      return decideDeskTask({ ...request, ifMatch, idempotency: own }, services);
    });
    return { outcome: 'decided', taskId, task: reply.body };
  } catch (error) {
    if (!(error instanceof RefusedError))
      log.error('one of many failed', { taskId, ...withoutPersonalData(error) });
    return refused(taskId, error);
  }
}

/** What was found for a task wants to be looked at; the procedure knows whether what lies beside it says that anything was. */
async function refuseWhatIsFound(task: DeskTask, { cases }: ServicesWithFiles): Promise<void> {
  const { caseId, taskId, workflow } = task;
  const enclosure = await cases.readEnclosure(caseId, taskId);
  if (!procedureOf(workflow).bulk?.wantsALook(openQuestion(task), enclosure)) return;
  throw new RefusedError({
    status: 409,
    code: 'task-wants-a-look',
    zh: '该待办附有查到的记录，请单独办理',
    en: 'Records were found for this task: decide it by itself',
    present: { taskId },
  });
}

function refused(taskId: string, error: unknown): Result {
  const { status, code, zh, en, faults, present } = refusalOf(error);
  const problem = { status, code, zh, en, ...(faults?.length ? { faults: [...faults] } : {}) };
  return {
    outcome: 'refused',
    taskId,
    problem: { ...problem, ...(present ? { present: { ...present } } : {}) },
  };
}

/** A few at a time, the outcomes in order. */
async function inTurns<T, R>(items: readonly T[], act: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const outcomes: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const turn = items.slice(from, from + AT_ONCE);
    outcomes.push(...(await Promise.all(turn.map((item, index) => act(item, from + index)))));
  }
  return outcomes;
}

export const handler = route(DecideManyTasks, decideManyTasks, servicesWithFiles);
