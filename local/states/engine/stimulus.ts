import { executionStarted, withDetails } from '../history/event-text.ts';
import type { TaskAnswer } from '../integration/integration.ts';
import type { Payload } from '../payload.ts';
import { wakeUp } from '../state/wait.ts';
import { abandonWork } from './branches.ts';
import { asAwaited } from './child-end.ts';
import type { Execution, Outcome, Thread } from './execution.ts';
import { redrive } from './redrive.ts';
import { attemptStep, finishTransitions, withinHistoryLimit } from './step.ts';
import { awaitedAttempt, failTask, succeedTask, takeAnswer } from './task-result.ts';
import { deadlineThread } from './thread-storage.ts';
import type { Turn } from './turn.ts';

/** What can move an execution. */
export type Stimulus =
  | { readonly kind: 'begin' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'timer'; readonly thread: number }
  | {
      readonly kind: 'answer';
      readonly thread: number;
      readonly attempt: number;
      readonly answer: TaskAnswer;
    }
  | {
      readonly kind: 'child-ended';
      readonly thread: number;
      readonly attempt: number;
      readonly answer: TaskAnswer;
    }
  | {
      readonly kind: 'token';
      readonly thread: number;
      readonly attempt: number;
      readonly result: TokenResult;
    }
  | { readonly kind: 'redrive' }
  | { readonly kind: 'stop'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'transition'; readonly transition: (turn: Turn) => Promise<void> | void };

/** What SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat bring. */
export type TokenResult =
  | { readonly kind: 'success'; readonly output: Payload }
  | { readonly kind: 'failure'; readonly error: string | undefined; readonly cause: string | undefined }
  | { readonly kind: 'heartbeat' };

/** Whether the stimulus found what it was meant for; a late answer or token does not. */
export type Reception = 'taken' | 'late';

/** Applies a stimulus: the transitions it causes directly. The steps that become possible are made by `advance`. */
export async function applyStimulus(turn: Turn, stimulus: Stimulus): Promise<Reception> {
  let reception: Reception = 'taken';
  await withinHistoryLimit(turn, async () => {
    reception = await apply(turn, stimulus);
    await finishTransitions(turn);
  });
  return reception;
}

async function apply(turn: Turn, stimulus: Stimulus): Promise<Reception> {
  const { execution } = turn;
  if (stimulus.kind === 'redrive') return redrive(turn);
  if (execution.outcome !== undefined) return 'late';
  switch (stimulus.kind) {
    case 'begin':
      return begin(turn);
    case 'resume':
      return resume(turn);
    case 'timer':
      return fireTimer(turn, execution, stimulus.thread);
    case 'stop':
      return stop(turn, stimulus);
    case 'transition':
      await stimulus.transition(turn);
      return 'taken';
    case 'token':
      return takeToken(turn, execution.threads.get(stimulus.thread), stimulus.attempt, stimulus.result);
    default:
      return takeAnswerOf(turn, stimulus);
  }
}

async function takeAnswerOf(
  turn: Turn,
  stimulus: Extract<Stimulus, { kind: 'answer' | 'child-ended' }>,
): Promise<Reception> {
  const thread = turn.execution.threads.get(stimulus.thread);
  const phase = awaitedAttempt(thread, stimulus.attempt);
  if (thread === undefined || phase === undefined) return 'late';
  const { answer } = stimulus;
  if (stimulus.kind === 'answer') {
    if (phase.submitted) return 'late';
    await takeAnswer(turn, thread, phase, answer);
  } else if (!phase.submitted) return 'late';
  else if (answer.ok) await succeedTask(turn, thread, asAwaited(thread, answer.output));
  else await failTask(turn, thread, answer.error, answer.cause);
  return 'taken';
}

async function takeToken(
  turn: Turn,
  thread: Thread | undefined,
  attempt: number,
  result: TokenResult,
): Promise<Reception> {
  const phase = awaitedAttempt(thread, attempt);
  if (thread === undefined || phase === undefined) return 'late';
  if (result.kind === 'success') await succeedTask(turn, thread, result.output);
  else if (result.kind === 'failure') await failTask(turn, thread, result.error, result.cause);
  else if (phase.heartbeatMs !== undefined) {
    turn.setPhase(thread, { ...phase, heartbeatAt: turn.now + phase.heartbeatMs });
  }
  return 'taken';
}

function begin(turn: Turn): Reception {
  const { execution } = turn;
  const { aliasArn, versionArn, deadlineAt } = execution.details;
  const via = {
    ...(aliasArn !== undefined && { aliasArn }),
    ...(versionArn !== undefined && { versionArn }),
  };
  const input = execution.input();
  turn.recordForExecution(0, 'ExecutionStarted', executionStarted(input, execution.roleArn, via));
  turn.fork(undefined, 0, execution.graph, input);
  if (deadlineAt !== undefined) turn.setDeadline(deadlineAt);
  return 'taken';
}

/** After a restart: calls that were under way are made again. */
function resume(turn: Turn): Reception {
  for (const thread of turn.execution.threads.values()) {
    if (thread.phase.kind === 'mapRun') turn.driveMapRun(thread.phase.mapRun);
    if (thread.phase.kind !== 'task') continue;
    if (!thread.phase.submitted) turn.startTask(thread);
    else if (thread.phase.child !== undefined) turn.awaitChild(thread, thread.phase);
  }
  return 'taken';
}

async function fireTimer(turn: Turn, execution: Execution, id: number): Promise<Reception> {
  if (id === deadlineThread) return timeOut(turn);
  const thread = execution.threads.get(id);
  if (thread === undefined) return 'late';
  const { phase } = thread;
  if (phase.kind === 'backoff' && phase.until <= turn.now) {
    turn.setPhase(thread, { kind: 'ready', entered: true });
    return 'taken';
  }
  if (phase.kind === 'wait' && phase.until <= turn.now) {
    const state = thread.graph.States[thread.state];
    if (state?.Type === 'Wait') await attemptStep(turn, thread, () => wakeUp(turn, thread, state));
    return 'taken';
  }
  return phase.kind === 'task' ? timeOutTask(turn, thread) : 'late';
}

async function timeOutTask(turn: Turn, thread: Thread): Promise<Reception> {
  const { phase } = thread;
  if (phase.kind !== 'task') return 'late';
  const isTimeout = (phase.timeoutAt ?? Infinity) <= turn.now;
  if (!isTimeout && (phase.heartbeatAt ?? Infinity) > turn.now) return 'late';
  await failTask(
    turn,
    thread,
    'States.Timeout',
    undefined,
    'timedOut',
    isTimeout ? undefined : 'States.HeartbeatTimeout',
  );
  return 'taken';
}

/** The machine's TimeoutSeconds are over. */
function timeOut(turn: Turn): Reception {
  endAs(turn, 'TIMED_OUT', 'ExecutionTimedOut', 'executionTimedOutEventDetails', {});
  return 'taken';
}

function stop(turn: Turn, { error, cause }: { readonly error?: string; readonly cause?: string }): Reception {
  const details = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  endAs(turn, 'ABORTED', 'ExecutionAborted', 'executionAbortedEventDetails', details);
  return 'taken';
}

function endAs(
  turn: Turn,
  status: 'TIMED_OUT' | 'ABORTED',
  type: string,
  field: string,
  details: { readonly error?: string; readonly cause?: string },
): void {
  for (const thread of turn.execution.threads.values()) abandonWork(turn, thread);
  turn.recordForExecution(0, type, withDetails(field, details));
  turn.end({ status, ...details } satisfies Outcome);
}
