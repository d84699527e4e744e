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
export async function itemsOrEntries(turn: Turn, thread: Thread, state: MapState): Promise<MapItems> {
  const { value, template } = await givenItems(turn, thread, state);
  if (isJsonObject(value) && state.ItemBatcher === undefined) {
    const entries = Object.entries(value);
    return {
      values: entries.map(([Key, Value]) => ({ Key, Value })),
      context: entries.map(([Key, Value], Index) => ({ Index, Key, Value })),
    };
  }
  return listed(requireType(turn, thread, { value, template, field: 'Items', type: 'array' }));
}

/** Items as the processor gets them, and as ItemSelector sees them. */
export interface MapItems {
  readonly values: readonly JsonValue[];
  readonly context: readonly MapItem[];
}

export function listed(values: readonly JsonValue[]): MapItems {
  return { values, context: values.map((Value, Index) => ({ Index, Value })) };
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
  items: readonly MapItem[],
): Promise<readonly JsonValue[]> {
  const inputs: JsonValue[] = [];
  for (const item of items) inputs.push(await evaluate(turn, thread, selector, 'ItemSelector', { item }));
  return inputs;
}

/** A field that holds a whole number from 0, or an expression that gives one. */
export function countOf(
  turn: Turn,
  thread: Thread,
  template: JsonValue | undefined,
  field: string,
): Promise<number | undefined> {
  return boundedNumber(turn, thread, template, field, {
    holds: (value) => value >= 0 && Number.isInteger(value),
    problem: (value) => countProblem(field, value),
  });
}

/** Source: LocalStack's recordings, scenarios/test_base_scenarios, tolerated_failure_count_path and max_concurrency_path; the last ours. */
function countProblem(field: string, value: number): string {
  if (field === 'MaxConcurrency')
    return `Expected non-negative integer for MaxConcurrency, got '${value}' instead.`;
  return value < 0 ? `${field} cannot be negative.` : `${field} must be an integer, but was: ${value}`;
}

/** ToleratedFailurePercentage, which may be a fraction. */
export function percentageOf(turn: Turn, thread: Thread, state: MapState): Promise<number | undefined> {
  return boundedNumber(turn, thread, state.ToleratedFailurePercentage, 'ToleratedFailurePercentage', {
    holds: (value) => value >= 0 && value <= 100,
    // Source: LocalStack's recordings, scenarios/test_base_scenarios, tolerated_failure_percentage_path.
    problem: () => 'ToleratedFailurePercentage must be between 0 and 100.',
  });
}

async function boundedNumber(
  turn: Turn,
  thread: Thread,
  template: JsonValue | undefined,
  field: string,
  bounds: { readonly holds: (value: number) => boolean; readonly problem: (value: number) => string },
): Promise<number | undefined> {
  if (template === undefined || typeof template === 'number') return template;
  const value = await evaluate(turn, thread, template, field);
  const number = requireType(turn, thread, { value, template, field, type: 'number' });
  if (bounds.holds(number)) return number;
  return failEvaluation(turn, thread, bounds.problem(number), field);
}

/** How many failed items do not fail the state; undefined when neither limit is given. */
export async function toleratedFailures(
  turn: Turn,
  thread: Thread,
  state: MapState,
  total: number,
): Promise<number | undefined> {
  const count = await countOf(turn, thread, state.ToleratedFailureCount, 'ToleratedFailureCount');
  const percentage = await percentageOf(turn, thread, state);
  if (count === undefined && percentage === undefined) return undefined;
  const byPercentage = percentage === undefined ? Infinity : Math.floor((total * percentage) / 100);
  return Math.min(count ?? Infinity, byPercentage);
}
