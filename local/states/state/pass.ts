import type { PassState } from '../definition/machine.ts';
import type { Thread } from '../engine/execution.ts';
import { finishState } from '../engine/finish-state.ts';
import type { Turn } from '../engine/turn.ts';

export function enterPass(turn: Turn, thread: Thread, state: PassState): Promise<void> {
  return finishState(turn, thread, { ...state, next: state.Next }, thread.input);
}
