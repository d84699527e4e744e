import { createHash, randomUUID } from 'node:crypto';
import type { Expression, Focus } from 'jsonata';
import { BoundExceeded, MAX_RANGE_LENGTH } from './bounds.ts';
import { parseJson } from './parse-json.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * The functions Step Functions adds to JSONata, with AWS's rules for missing, undefined, wrong and surplus arguments.
 * Source: developer guide, "Transforming data with JSONata", "JSONata functions provided by Step Functions"; the rules
 * and texts as measured on AWS (TestState, 2026).
 */
export function addAwsFunctions(expression: Expression): void {
  add(expression, 'partition', ['items', 'size'], partition);
  add(expression, 'range', ['first', 'last', 'step'], range);
  add(expression, 'hash', ['text', 'algorithm'], hash);
  add(expression, 'random', ['seed'], random);
  add(expression, 'uuid', [], () => randomUUID());
  add(expression, 'parse', ['text'], parse);
}

/** What a jsonata function throws; jsonata completes `message` from its catalogue when the code has one there. */
interface JsonataFailure {
  readonly code: string;
  readonly index?: number;
  readonly token?: string;
  readonly message?: string;
}

/** jsonata makes sequences with the focus of a call; its types leave that out. */
type Call = Focus & { createSequence(): unknown[] };
type AwsFunction = (this: Call, ...args: unknown[]) => unknown;

function add(
  expression: Expression,
  name: string,
  parameters: readonly string[],
  implementation: AwsFunction,
): void {
  const checked = function (this: Focus, ...args: unknown[]) {
    if (args.length > parameters.length) throw mismatch(name, parameters.length + 1);
    return implementation.apply(this as Call, args);
  };
  // jsonata reads the arity for $map and friends, and the names of the parameters from the text for `$hash(?, 'MD5')`.
  Object.defineProperty(checked, 'length', { value: parameters.length });
  Object.defineProperty(checked, 'toString', { value: () => `(${parameters.join(', ')})` });
  expression.registerFunction(name, checked);
}

function partition(items?: unknown, size?: unknown): unknown {
  if (items === undefined) return undefined;
  if (!Array.isArray(items)) throw { code: 'T0412', index: 1, token: 'partition' } satisfies JsonataFailure;
  if (size === undefined) return [items];
  if (typeof size !== 'number') throw mismatch('partition', 2);
  const length = Math.trunc(size);
  if (length < 0) throw failure('Second argument must be zero or greater');
  if (length === 0 || items.length === 0) return undefined;
  const chunks = [];
  for (let start = 0; start < items.length; start += length) chunks.push(items.slice(start, start + length));
  return chunks;
}

function range(this: Call, ...args: unknown[]): unknown {
  if (args.length < 2) throw mismatch('range', args.length + 1);
  const wrong = args.findIndex((arg) => arg !== undefined && typeof arg !== 'number');
  if (wrong >= 0) throw mismatch('range', wrong + 1);
  const [first, last, step] = args.map((arg) => Math.trunc(Number(arg)));
  if (!isNumber(first) || !isNumber(last) || !isNumber(step) || step === 0) return undefined;
  const length = Math.floor((last - first) / step) + 1;
  if (length > MAX_RANGE_LENGTH) throw new BoundExceeded('memory');
  const numbers = this.createSequence();
  for (let index = 0; index < length; index++) numbers.push(first + index * step);
  return numbers;
}

/** Numbers that an undefined argument does not give. */
function isNumber(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function hash(this: Call, ...args: unknown[]): unknown {
  const [text, algorithm] = args;
  if (args.length === 0 || (text !== undefined && typeof text !== 'string')) throw mismatch('hash', 1);
  if (text === undefined || args.length === 1) return undefined;
  if (algorithm !== undefined && typeof algorithm !== 'string') throw mismatch('hash', 2);
  const name = Object.hasOwn(ALGORITHMS, algorithm ?? '') ? ALGORITHMS[algorithm ?? ''] : undefined;
  if (name === undefined) {
    throw failure(
      `Hash algorithm '${algorithm ?? null}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5`,
    );
  }
  return createHash(name).update(text, 'utf8').digest('hex');
}

function random(seed?: unknown): number {
  if (seed === undefined) return Math.random();
  if (typeof seed !== 'number') throw mismatch('random', 1);
  return seededRandom(seed);
}

function parse(text?: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw mismatch('parse', 1);
  try {
    return parseJson(text);
  } catch {
    throw failure('Invalid JSON');
  }
}

function mismatch(token: string, index: number): JsonataFailure {
  return { code: 'T0410', index, token };
}

function failure(message: string): JsonataFailure {
  return { code: 'D3137', message };
}
