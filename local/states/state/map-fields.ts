import { isJsonObject, type JsonValue } from '../../json.ts';
import type { MapState } from '../definition/machine.ts';
import { evaluate, failEvaluation } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import type { MapItem } from '../engine/phase.ts';
import type { Turn } from '../engine/turn.ts';
import { requireType } from './require-type.ts';

/** Items, or the state's input, which then has to be an array. */
export async function itemsOf(turn: Turn, thread: Thread, state: MapState): Promise<readonly JsonValue[]> {
  const { value, template } = await givenItems(turn, thread, state);
  return requireType(turn, thread, { value, template, field: 'Items', type: 'array' });
}

/**
 * The items of a distributed Map, which may also be the fields of an object: each is then `{ Key, Value }` (measured). The
 * fields cannot be batched.
 */
export async function itemsOrEntries(
  turn: Turn,
  thread: Thread,
  state: MapState,
): Promise<readonly JsonValue[]> {
  const { value, template } = await givenItems(turn, thread, state);
  if (isJsonObject(value) && state.ItemBatcher === undefined) {
    return Object.entries(value).map(([Key, Value]) => ({ Key, Value }));
  }
  return requireType(turn, thread, { value, template, field: 'Items', type: 'array' });
}

async function givenItems(turn: Turn, thread: Thread, { Items }: MapState): Promise<Given> {
  if (Items === undefined) return { value: thread.input.value, template: '{% $states.input %}' };
  return { value: await evaluate(turn, thread, Items, 'Items'), template: Items };
}

interface Given {
  readonly value: JsonValue;
  readonly template: JsonValue;
}

/** What ItemSelector makes of every item. */
export async function inputsOf(
  turn: Turn,
  thread: Thread,
  selector: JsonValue,
  items: readonly JsonValue[],
): Promise<readonly JsonValue[]> {
  const inputs: JsonValue[] = [];
  for (const [index, value] of items.entries()) {
    const item: MapItem = { Index: index, Value: value };
    inputs.push(await evaluate(turn, thread, selector, 'ItemSelector', { item }));
  }
  return inputs;
}

/** A field that holds a whole number from 0, or an expression that gives one. */
export async function countOf(
  turn: Turn,
  thread: Thread,
  template: JsonValue | undefined,
  field: string,
): Promise<number | undefined> {
  if (template === undefined || typeof template === 'number') return template;
  const value = await evaluate(turn, thread, template, field);
  const count = requireType(turn, thread, { value, template, field, type: 'number' });
  if (count < 0 || (field !== 'ToleratedFailurePercentage' && !Number.isInteger(count))) {
    failEvaluation(
      turn,
      thread,
      `The field '${field}' must be a non-negative integer, but was: ${count}`,
      field,
    );
  }
  return count;
}

/** How many failed items do not fail the state; undefined when neither limit is given. */
export async function toleratedFailures(
  turn: Turn,
  thread: Thread,
  state: MapState,
  total: number,
): Promise<number | undefined> {
  const count = await countOf(turn, thread, state.ToleratedFailureCount, 'ToleratedFailureCount');
  const percentage = await countOf(
    turn,
    thread,
    state.ToleratedFailurePercentage,
    'ToleratedFailurePercentage',
  );
  if (count === undefined && percentage === undefined) return undefined;
  const byPercentage = percentage === undefined ? Infinity : Math.floor((total * percentage) / 100);
  return Math.min(count ?? Infinity, byPercentage);
}
