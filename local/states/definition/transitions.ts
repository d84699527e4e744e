import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';

/** A way out of a state: to which, where it is written (below the state), and what is assigned on it. */
export interface Transition {
  readonly target: string;
  readonly field: string;
  readonly assigned: readonly string[];
}

/** The ways out of a state, of whatever type; what is malformed is left out. */
export function transitionsOf(state: JsonValue | undefined): readonly Transition[] {
  if (!isJsonObject(state)) return [];
  return [
    ...transition(state, 'Next', state, 'Next'),
    ...transition(state, 'Default', state, 'Default'),
    ...listOf(state.Choices).flatMap((rule, index) =>
      transition(rule, 'Next', rule, `Choices[${index}]/Next`),
    ),
    ...listOf(state.Catch).flatMap((rule, index) => transition(rule, 'Next', rule, `Catch[${index}]/Next`)),
  ];
}

function transition(from: JsonValue, name: string, owner: JsonValue, field: string): Transition[] {
  const target = isJsonObject(from) ? from[name] : undefined;
  if (typeof target !== 'string' || !isJsonObject(owner)) return [];
  return [{ target, field, assigned: isJsonObject(owner.Assign) ? Object.keys(owner.Assign) : [] }];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** Whether the state ends its graph. */
export function isTerminal(state: JsonValue): boolean {
  return isJsonObject(state) && (state.Type === 'Succeed' || state.Type === 'Fail' || state.End === true);
}

/** The states that can be reached from `start`, itself among them. */
export function reachableFrom(start: string, states: JsonObject): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) {
    for (const { target } of transitionsOf(states[name])) reached.add(target);
  }
  return reached;
}

/** The variables assigned on any way into the state, in the graph it belongs to. */
export function assignedBefore(name: string, states: JsonObject): ReadonlySet<string> {
  const leading = new Set([name]);
  const assigned = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [source, state] of Object.entries(states)) {
      const ways = transitionsOf(state).filter(({ target }) => leading.has(target));
      for (const variable of ways.flatMap((way) => way.assigned)) assigned.add(variable);
      if (ways.length > 0 && !leading.has(source)) {
        leading.add(source);
        grown = true;
      }
    }
  }
  return assigned;
}
