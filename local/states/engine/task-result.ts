import type { TaskState } from '../definition/machine.ts';
import { taskEvents } from '../history/task-events.ts';
import type { TaskAnswer } from '../integration/integration.ts';
import { readResource } from '../integration/resource.ts';
import type { Payload } from '../payload.ts';
import { abandonWork } from './branches.ts';
import { executing } from './evaluation.ts';
import type { Thread } from './execution.ts';
import { finishState, tooLarge } from './finish-state.ts';
import type { TaskPhase } from './phase.ts';
import { StateError } from './state-error.ts';
import { attemptStep } from './step.ts';
import type { Turn } from './turn.ts';

/** The attempt the branch waits for, if it is that one. */
export function awaitedAttempt(thread: Thread | undefined, attempt: number): TaskPhase | undefined {
  return thread?.phase.kind === 'task' && thread.phase.attempt === attempt ? thread.phase : undefined;
}

/** The call has been answered: that is the result, or the task goes on waiting for its token or its child. */
export async function takeAnswer(
  turn: Turn,
  thread: Thread,
  phase: TaskPhase,
  answer: TaskAnswer,
): Promise<void> {
  const state = taskOf(thread);
  const waits = phase.awaitsToken || (answer.ok && answer.child !== undefined);
  if (!answer.ok)
    return failTask(
      turn,
      thread,
      answer.error,
      answer.cause,
      isSubmission(state) ? 'submitFailed' : 'failed',
    );
  if (!waits) return succeedTask(turn, thread, answer.output);
  taskEvents(state.Resource).submitted(turn, thread, answer.output);
  const { child } = answer;
  const submitted: TaskPhase = { ...phase, submitted: true, ...(child !== undefined && { child }) };
  turn.setPhase(thread, submitted);
  if (child !== undefined) turn.awaitChild(thread, submitted);
}

/** Whether a failure of the call itself is a TaskSubmitFailed: when something else would have been awaited. */
function isSubmission({ Resource }: TaskState): boolean {
  const resource = readResource(Resource);
  return resource.kind === 'integration' && (resource.pattern === 'sync' || resource.pattern === 'sync:2');
}

/** The task has its result. */
export async function succeedTask(turn: Turn, thread: Thread, output: Payload): Promise<void> {
  const state = taskOf(thread);
  if (output.isTooLarge) return failTooLarge(turn, thread, state);
  await attemptStep(turn, thread, async () => {
    taskEvents(state.Resource).succeeded(turn, thread, output);
    markDone(thread);
    await finishState(turn, thread, { ...state, next: state.Next }, output, { result: () => output.value });
  });
}

/** The task has failed. */
export function failTask(
  turn: Turn,
  thread: Thread,
  error: string | undefined,
  cause: string | undefined,
  how: 'failed' | 'submitFailed' | 'timedOut' = 'failed',
  alias?: string,
): Promise<void> {
  taskEvents(taskOf(thread).Resource)[how](turn, thread, { error, cause });
  if (how === 'timedOut') abandonWork(turn, thread);
  markDone(thread);
  return attemptStep(turn, thread, async () => {
    throw new StateError(error, cause, alias);
  });
}

/**
 * A result over the limit is a failure of the task, which States.ALL catches, unlike a state's output over the limit.
 * Source: LocalStack's recordings, error_handling/test_states_errors, catch_state_all_data_limit_exceeded.
 */
function failTooLarge(turn: Turn, thread: Thread, { Resource }: TaskState): Promise<void> {
  const resource = readResource(Resource);
  const name = resource.kind === 'integration' ? resource.integration.resourceType : Resource;
  return failTask(turn, thread, 'States.DataLimitExceeded', tooLarge(name), 'failed', 'States.ALL');
}

/** Until Output and Assign are evaluated nothing more is awaited. */
function markDone(thread: Thread): void {
  thread.phase = { kind: 'ready', entered: true };
}

function taskOf(thread: Thread): TaskState {
  const state = thread.graph.States[thread.state];
  if (state?.Type !== 'Task') throw new Error(`${executing(thread)} It is no task.`);
  return state;
}
