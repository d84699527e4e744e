import type { SucceedState } from '../definition/machine.ts';
import type { Thread } from '../engine/execution.ts';
import { finishState } from '../engine/finish-state.ts';
import type { Turn } from '../engine/turn.ts';

export function enterSucceed(turn: Turn, thread: Thread, state: SucceedState): Promise<void> {
  return finishState(turn, thread, { ...state, next: undefined }, thread.input);
}
