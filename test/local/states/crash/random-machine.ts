/** Random machines without loops, whose every task attempt has a name of its own. */

/** A generator of repeatable random numbers (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Graph {
  readonly StartAt: string;
  readonly States: Record<string, object>;
}

type Random = () => number;

/** What the names of a machine's states begin with, and the number of the next one. */
interface Names {
  readonly prefix: string;
  next: number;
}

/** A machine of a few states, some of which hold machines of their own. No other `prefix` has states of the same names. */
export function randomMachine(random: Random, prefix: string): object {
  const names = { prefix, next: 1 };
  return { QueryLanguage: 'JSONata', ...randomGraph(random, names, { depth: 2, isAlone: true }) };
}

/** The machine that some states start an execution of. */
export const nestedMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'W',
  States: { W: { Type: 'Wait', Seconds: 1, Next: 'P' }, P: { Type: 'Pass', Output: 'nested', End: true } },
};

const nested = {
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Arguments: { StateMachineArn: 'arn:aws:states:ap-east-1:000000000000:stateMachine:nested', Input: {} },
  Output: '{% $states.result.Output %}',
};

interface Level {
  readonly depth: number;
  /** Whether nothing runs beside it: of two branches that fail, it is chance which one is first. */
  readonly isAlone: boolean;
}

function randomGraph(random: Random, names: Names, level: Level): Graph {
  const length = 1 + Math.floor(random() * 4);
  const own = Array.from({ length }, () => newName(names));
  const rescue = newName(names);
  const States: Record<string, object> = {};
  own.forEach((name, index) => {
    const next = own[index + 1];
    const transition = next === undefined ? { End: true } : { Next: next };
    States[name] = randomState(random, names, { ...level, name, transition, rescue });
  });
  States[rescue] = { Type: 'Pass', Output: { rescued: '{% $states.input %}' }, End: true };
  // A state that nothing leads to is refused: a Choice leads to the rescue.
  const start = `Start${own[0]}`;
  return { StartAt: start, States: { [start]: fork(own[0] ?? '', rescue), ...States } };
}

function newName(names: Names): string {
  return `${names.prefix}S${names.next++}`;
}

/** Keeps the input in a variable for the states that follow. */
function fork(first: string, rescue: string): object {
  return {
    Type: 'Choice',
    Choices: [{ Condition: "{% $states.input = 'none' %}", Next: rescue }],
    Default: first,
    Assign: { [heardIn(rescue)]: '{% $states.input %}' },
  };
}

/** The variable with what a graph was given, named after its rescue. */
function heardIn(rescue: string): string {
  return `heard${rescue}`;
}

interface Place extends Level {
  readonly name: string;
  readonly transition: object;
  readonly rescue: string;
}

function randomState(random: Random, names: Names, place: Place): object {
  const choice = Math.floor(random() * (place.depth > 0 ? 9 : 6));
  if (random() < 0.1) return { ...nested, ...caught(random, place), ...place.transition };
  const { transition, name } = place;
  if (choice === 0) {
    const Output = { was: `{% $${heardIn(place.rescue)} %}`, is: '{% $states.input %}' };
    return { Type: 'Pass', Output, ...transition };
  }
  if (choice === 1) return { Type: 'Wait', Seconds: Math.floor(random() * 3), ...transition };
  if (choice <= 3) {
    return {
      ...task(name, 'arn:aws:states:::lambda:invoke', false),
      ...faults(random, place),
      ...transition,
    };
  }
  if (choice <= 5) {
    const resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
    const mayTimeOut = random() < 0.3;
    const limit = mayTimeOut ? { TimeoutSeconds: 5 } : {};
    return { ...task(name, resource, mayTimeOut), ...limit, ...faults(random, place), ...transition };
  }
  return choice === 6 ? randomParallel(random, names, place) : randomMap(random, names, place, choice === 8);
}

function randomParallel(random: Random, names: Names, place: Place): object {
  const count = 1 + Math.floor(random() * 3);
  const level = { depth: place.depth - 1, isAlone: place.isAlone && count === 1 };
  const Branches = Array.from({ length: count }, () => randomGraph(random, names, level));
  return { Type: 'Parallel', Branches, ...caught(random, place), ...place.transition };
}

function randomMap(random: Random, names: Names, place: Place, isDistributed: boolean): object {
  const MaxConcurrency = Math.floor(random() * 3);
  const level = { depth: place.depth - 1, isAlone: place.isAlone && MaxConcurrency === 1 };
  return {
    Type: 'Map',
    Items: Array.from({ length: Math.floor(random() * 4) }, (_, index) =>
      itemExpression(` & '/${place.name}-${index}'`),
    ),
    MaxConcurrency,
    ...(random() < 0.4 ? { ToleratedFailureCount: 1 } : {}),
    ItemProcessor: {
      ...(isDistributed ? { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } } : {}),
      ...randomGraph(random, names, level),
    },
    ...caught(random, place),
    ...place.transition,
  };
}

/** The item of the Map around the state, or what the execution was started with. */
function itemExpression(suffix: string): string {
  return `{% ($exists($states.context.Map.Item) ? $states.context.Map.Item.Value : $states.context.Execution.Input)${suffix} %}`;
}

/** The attempt says who it is: its state, the item it works for, and how often it was tried before. */
function task(name: string, Resource: string, mayTimeOut: boolean): object {
  const isToken = Resource.endsWith('TaskToken');
  const token = isToken ? { token: '{% $states.context.Task.Token %}', mayTimeOut } : {};
  const retry = '{% $states.context.State.RetryCount %}';
  const Payload = { state: name, item: itemExpression(''), retry, ...token };
  const Output = isToken ? '{% $states.result %}' : '{% $states.result.Payload %}';
  return { Type: 'Task', Resource, Arguments: { FunctionName: 'work', Payload }, Output };
}

function faults(random: Random, place: Place): object {
  const Retry =
    random() < 0.6
      ? [{ ErrorEquals: ['Odd'], IntervalSeconds: 1, MaxAttempts: Math.floor(random() * 3) }]
      : undefined;
  return { ...(Retry && { Retry }), ...caught(random, place) };
}

function caught(random: Random, { rescue, isAlone }: Place): object {
  if (isAlone && random() < 0.5) return {};
  return {
    Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: rescue }],
  };
}
