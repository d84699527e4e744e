import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Findings } from './diagnostic.ts';
import type { StateType } from './machine.ts';
import { checkMapRules, processorConfig } from './map-shape.ts';
import type { ParseOptions } from './resource-check.ts';
import { anyObject, checkObject, object, type Shape, text } from './shape.ts';
import { stateShapes } from './state-shapes.ts';
import { assignedBefore, isTerminal, reachableFrom, transitionsOf } from './transitions.ts';

const MAX_STATE_NAME_LENGTH = 80;

/** What is known about the whole definition while its graphs are walked. */
export interface Walk {
  readonly options: ParseOptions;
  readonly findings: Findings;
  readonly shapes: Readonly<Record<StateType, Shape>>;
  readonly stateNames: Set<string>;
  readonly labels: Set<string>;
  /** The language of the states that name none. */
  readonly language: 'JSONata' | 'JSONPath';
}

export function startWalk(options: ParseOptions, findings: Findings, language: Walk['language']): Walk {
  return {
    options,
    findings,
    shapes: stateShapes(options),
    stateNames: new Set(),
    labels: new Set(),
    language,
  };
}

/**
 * Checks the states of a machine, a branch or a processor, and the graphs inside them.
 * @param outer the variables of the scopes around, which a state in here must not assign
 */
export function checkGraph(graph: JsonObject, path: string, outer: ReadonlySet<string>, walk: Walk): void {
  const states = graph.States;
  if (!isJsonObject(states)) return;
  if (Object.keys(states).length === 0) walk.findings.schema("The field 'States' should be non-empty", path);
  for (const [name, state] of Object.entries(states)) checkState(name, state, `${path}/States/${name}`, walk);
  checkTransitions(graph.StartAt, states, path, walk);
  for (const [name, state] of Object.entries(states)) {
    if (!isJsonObject(state)) continue;
    const at = `${path}/States/${name}`;
    checkAssigned(state, at, outer, walk.findings);
    const inner = new Set([...outer, ...assignedBefore(name, states)]);
    for (const [field, sub] of subGraphs(state)) checkSubGraph(sub, `${at}/${field}`, inner, walk);
  }
}

function checkState(name: string, state: JsonValue, path: string, walk: Walk): void {
  const { findings } = walk;
  if (name.length > MAX_STATE_NAME_LENGTH || name === '') {
    findings.add('INVALID_STATE_NAME', `Invalid State name: '${name}'`, path);
  }
  if (walk.stateNames.has(name)) findings.add('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}`, path);
  walk.stateNames.add(name);
  if (!isJsonObject(state)) {
    findings.schema('Expected value of type [OBJECT]', path);
    return;
  }
  if (!checkLanguage(state, path, walk)) return;
  const shape = shapeOf(state, walk);
  if (!shape) {
    reportType(state, path, walk);
    return;
  }
  checkObject(state, path, shape, findings);
  if (state.Type === 'Map') {
    checkMapRules(state, path, walk.options, findings);
    checkLabel(state.Label, path, walk);
  }
  checkHeartbeat(state, path, findings);
}

function shapeOf(state: JsonObject, walk: Walk): Shape | undefined {
  const type = state.Type;
  return typeof type === 'string' && Object.hasOwn(walk.shapes, type)
    ? walk.shapes[type as StateType]
    : undefined;
}

function reportType(state: JsonObject, path: string, walk: Walk): void {
  if (state.Type === undefined) {
    walk.findings.schema('These fields are required: [Type]', path);
    return;
  }
  const types = Object.keys(walk.shapes).join(', ');
  walk.findings.schema(`Value should be one of the following: [${types}]`, `${path}/Type`);
}

/** Whether the state is in JSONata; the others are refused. */
function checkLanguage(state: JsonObject, path: string, walk: Walk): boolean {
  if (state.QueryLanguage === 'JSONPath' && walk.language === 'JSONata') {
    walk.findings.schema(
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      path,
    );
    return false;
  }
  if ((state.QueryLanguage ?? walk.language) !== 'JSONPath') return true;
  walk.findings.schema(
    "The one-machine runtime runs the query language 'JSONata' only: set 'QueryLanguage' for the whole state machine",
    path,
  );
  return false;
}

function checkLabel(label: JsonValue | undefined, path: string, walk: Walk): void {
  if (typeof label !== 'string') return;
  if (walk.labels.has(label)) {
    walk.findings.add('DUPLICATE_LABEL_NAME', `Duplicate Label name: ${label}`, `${path}/Label`);
  }
  walk.labels.add(label);
}

function checkHeartbeat(state: JsonObject, path: string, findings: Findings): void {
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    findings.schema("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", `${path}/HeartbeatSeconds`);
  }
}

/** AWS reports missing targets first; without a terminal state at the top it looks no further (measured). */
function checkTransitions(
  startAt: JsonValue | undefined,
  states: JsonObject,
  path: string,
  walk: Walk,
): void {
  const { findings } = walk;
  const missing = (target: string, location: string) => {
    if (Object.hasOwn(states, target)) return;
    findings.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, location);
  };
  for (const [name, state] of Object.entries(states)) {
    for (const { target, field } of transitionsOf(state)) missing(target, `${path}/States/${name}/${field}`);
  }
  if (path === '' && !Object.values(states).some(isTerminal)) {
    findings.add('MISSING_END_STATE', 'Workflow has no terminal state');
    return;
  }
  if (typeof startAt !== 'string') return;
  missing(startAt, `${path}/StartAt`);
  const reachable = reachableFrom(startAt, states);
  for (const name of Object.keys(states).filter((state) => !reachable.has(state))) {
    findings.add('MISSING_TRANSITION_TARGET', `State "${name}" is not reachable.`, `${path}/States/${name}`);
  }
}

function checkAssigned(
  state: JsonObject,
  path: string,
  outer: ReadonlySet<string>,
  findings: Findings,
): void {
  const owners: [string, JsonValue | undefined][] = [[path, state]];
  for (const field of ['Choices', 'Catch']) {
    const entries = state[field];
    if (Array.isArray(entries))
      owners.push(...entries.map((e, i): [string, JsonValue] => [`${path}/${field}[${i}]`, e]));
  }
  for (const [at, owner] of owners) {
    const assigned = isJsonObject(owner) && isJsonObject(owner.Assign) ? Object.keys(owner.Assign) : [];
    for (const name of assigned.filter((variable) => outer.has(variable))) {
      findings.add('DUPLICATE_VARIABLE_NAME', `Duplicate variable name: ${name}`, `${at}/Assign/${name}`);
    }
  }
}

function subGraphs(state: JsonObject): readonly (readonly [string, JsonValue])[] {
  if (state.Type === 'Map' && state.ItemProcessor !== undefined)
    return [['ItemProcessor', state.ItemProcessor]];
  if (state.Type !== 'Parallel' || !Array.isArray(state.Branches)) return [];
  return state.Branches.map((branch, index) => [`Branches[${index}]`, branch] as const);
}

function checkSubGraph(graph: JsonValue, path: string, outer: ReadonlySet<string>, walk: Walk): void {
  object(path.endsWith('/ItemProcessor') ? PROCESSOR : BRANCH)(graph, path, walk.findings);
  if (!isJsonObject(graph)) return;
  // The children of a distributed map are executions of their own and see no variable from outside.
  const config = isJsonObject(graph.ProcessorConfig) ? graph.ProcessorConfig : {};
  checkGraph(graph, path, config.Mode === 'DISTRIBUTED' ? new Set() : outer, walk);
}

const BRANCH: Shape = { fields: { StartAt: text, States: anyObject }, required: ['States', 'StartAt'] };
const PROCESSOR: Shape = { ...BRANCH, fields: { ...BRANCH.fields, ProcessorConfig: processorConfig } };
