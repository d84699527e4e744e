/**
 * What keeps one expression from taking the process: depth and sizes as AWS refuses them, and time.
 * Depth and sizes were measured on AWS (us-east-1, TestState, 2026): nesting of 100, a sequence of 873,782 numbers,
 * which is also the size in bytes that a string may reach, and a $range of 360,145 numbers.
 */
export const MAX_DEPTH = 100;
export const MAX_SEQUENCE_LENGTH = 873_782;
export const MAX_STRING_LENGTH = MAX_SEQUENCE_LENGTH * 8;
export const MAX_RANGE_LENGTH = 360_145;

/** Time that one expression may compute, not counting the turns it gave to others. AWS does not publish its own. */
export const MAX_BUSY_MS = 4_000;
/** After this long other executions get their turn. */
const SLICE_MS = 15;
/** Evaluated nodes between two looks at the time. */
const NODES_PER_LOOK = 256;

/** The causes AWS gives, which carry no JSONata code. */
export const BOUND_CAUSES = {
  time: 'Expression evaluation timeout: Check for infinite loop',
  depth:
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  memory: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
} as const;

export class BoundExceeded extends Error {
  override readonly name = 'BoundExceeded';
  readonly bound: keyof typeof BOUND_CAUSES;

  constructor(bound: keyof typeof BOUND_CAUSES) {
    super(BOUND_CAUSES[bound]);
    this.bound = bound;
  }
}

interface Spent {
  nodes: number;
  busyMs: number;
  sliceStartedMs: number;
}

/** jsonata's environment of one evaluation, of which only the identity matters here. */
interface Frame {
  readonly base: object;
}

const spentByEvaluation = new WeakMap<object, Spent>();

/**
 * Called by jsonata after each evaluated node. Throws {@link BoundExceeded}; returns a promise when it is the turn of others.
 */
export function afterNode(
  _node: unknown,
  _input: unknown,
  frame: Frame,
  result: unknown,
): Promise<void> | undefined {
  if (typeof result === 'string' && result.length > MAX_STRING_LENGTH) throw new BoundExceeded('memory');
  if (Array.isArray(result) && result.length > MAX_SEQUENCE_LENGTH) throw new BoundExceeded('memory');
  const spent = spentByEvaluation.get(frame.base) ?? startOf(frame.base);
  if (++spent.nodes % NODES_PER_LOOK !== 0) return undefined;
  const sliceMs = performance.now() - spent.sliceStartedMs;
  if (spent.busyMs + sliceMs > MAX_BUSY_MS) throw new BoundExceeded('time');
  return sliceMs > SLICE_MS ? giveTurn(spent, sliceMs) : undefined;
}

function startOf(base: object): Spent {
  const spent = { nodes: 0, busyMs: 0, sliceStartedMs: performance.now() };
  spentByEvaluation.set(base, spent);
  return spent;
}

async function giveTurn(spent: Spent, sliceMs: number): Promise<void> {
  spent.busyMs += sliceMs;
  await new Promise((resolve) => setImmediate(resolve));
  spent.sliceStartedMs = performance.now();
}
