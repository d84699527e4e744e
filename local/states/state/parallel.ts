import type { ParallelState } from '../definition/machine.ts';
import { evaluate } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { startFork } from '../engine/fork.ts';
import type { Turn } from '../engine/turn.ts';
import { Payload } from '../payload.ts';

/** Every branch gets Arguments, or else the state's input. */
export async function enterParallel(turn: Turn, thread: Thread, state: ParallelState): Promise<void> {
  thread.parameters =
    state.Arguments === undefined
      ? undefined
      : Payload.ofValue(await evaluate(turn, thread, state.Arguments, 'Arguments'));
  turn.dataChanged(thread);
  const total = state.Branches.length;
  startFork(turn, thread, { total, concurrency: total });
}
