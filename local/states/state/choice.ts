import type { ChoiceState } from '../definition/machine.ts';
import { evaluate, executing } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { finishState } from '../engine/finish-state.ts';
import { StateError } from '../engine/state-error.ts';
import type { Turn } from '../engine/turn.ts';
import { requireType } from './require-type.ts';

/** The first rule whose condition is true, else Default (with the state's own Assign and Output). */
export async function enterChoice(turn: Turn, thread: Thread, state: ChoiceState): Promise<void> {
  for (const [index, rule] of state.Choices.entries()) {
    const place = `Choices[${index}]/`;
    const field = `${place}Condition`;
    const value = await evaluate(turn, thread, rule.Condition, field);
    if (requireType(turn, thread, { value, template: rule.Condition, field, type: 'boolean' })) {
      await finishState(turn, thread, { ...rule, next: rule.Next, place }, thread.input);
      return;
    }
  }
  if (state.Default === undefined) {
    throw new StateError(
      'States.NoChoiceMatched',
      `${executing(thread)} Failed to transition out of the state. The state does not point to a next state.`,
    );
  }
  await finishState(turn, thread, { ...state, next: state.Default }, thread.input);
}
