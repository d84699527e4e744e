import type { State } from '../definition/machine.ts';
import type { Thread } from '../engine/execution.ts';
import type { Turn } from '../engine/turn.ts';
import { enterChoice } from './choice.ts';
import { enterFail } from './fail.ts';
import { enterMap } from './map.ts';
import { enterParallel } from './parallel.ts';
import { enterPass } from './pass.ts';
import { enterSucceed } from './succeed.ts';
import { enterTask } from './task.ts';
import { enterWait } from './wait.ts';

/** Does a state's work as far as it can be done at once. @throws StateError */
export function enterState(turn: Turn, thread: Thread, state: State): Promise<void> {
  switch (state.Type) {
    case 'Pass':
      return enterPass(turn, thread, state);
    case 'Task':
      return enterTask(turn, thread, state);
    case 'Choice':
      return enterChoice(turn, thread, state);
    case 'Wait':
      return enterWait(turn, thread, state);
    case 'Succeed':
      return enterSucceed(turn, thread, state);
    case 'Fail':
      return enterFail(turn, thread, state);
    case 'Parallel':
      return enterParallel(turn, thread, state);
    case 'Map':
      return enterMap(turn, thread, state);
  }
}
