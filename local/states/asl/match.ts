import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';

const ANY = '<<any>>';
const EVENT_ID = /\(entered at the event id #\d+\)/g;

/**
 * The first place where the values differ, or undefined. `<<any>>` in an expected string stands for anything, event ids may
 * differ, and a text that is the JSON of a function's error is compared by errorType and errorMessage: stack traces and
 * request ids are those of the recording. Numbers are compared by value, objects without order.
 */
export function findDifference(
  expected: JsonValue,
  actual: JsonValue | undefined,
  path = '',
): string | undefined {
  if (expected === ANY) return undefined;
  if (typeof expected === 'string' && typeof actual === 'string') {
    return matchesText(expected, actual) ? undefined : describe(path, expected, actual);
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return differenceInList(expected, actual, path);
  if (isJsonObject(expected) && isJsonObject(actual)) return differenceInObject(expected, actual, path);
  return expected === actual ? undefined : describe(path, expected, actual);
}

/** The expected items and the actual ones in any order: what is expected and not there. */
export function findMissing(
  expected: readonly JsonValue[],
  actual: readonly JsonValue[],
): string | undefined {
  if (expected.length !== actual.length) return describe('/length', expected.length, actual.length);
  const left = [...actual];
  for (const item of expected) {
    const index = left.findIndex((candidate) => findDifference(item, candidate) === undefined);
    if (index < 0) return `nothing matches ${JSON.stringify(item)} in ${JSON.stringify(left)}`;
    left.splice(index, 1);
  }
  return undefined;
}

function differenceInList(
  expected: readonly JsonValue[],
  actual: readonly JsonValue[],
  path: string,
): string | undefined {
  if (expected.length !== actual.length) return describe(path, [...expected], [...actual]);
  return firstDefined(expected, (item, index) => findDifference(item, actual[index], `${path}[${index}]`));
}

function differenceInObject(expected: JsonObject, actual: JsonObject, path: string): string | undefined {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return firstDefined(names, (name) => {
    const wanted = expected[name];
    return wanted === undefined
      ? describe(`${path}/${name}`, undefined, actual[name])
      : findDifference(wanted, actual[name], `${path}/${name}`);
  });
}

function firstDefined<T>(
  items: readonly T[],
  find: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function matchesText(expected: string, actual: string): boolean {
  const functionError = readFunctionError(expected);
  if (functionError) return isSameFunctionError(functionError, readFunctionError(actual));
  const [wanted, given] = [expected, actual].map((text) => text.replaceAll(EVENT_ID, '(entered)'));
  if (!wanted?.includes(ANY)) return wanted === given;
  const pattern = wanted
    .split(ANY)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${pattern}$`).test(given ?? '');
}

function isSameFunctionError(expected: JsonObject, actual: JsonObject | undefined): boolean {
  return ['errorType', 'errorMessage'].every(
    (name) => findDifference(expected[name] ?? null, actual?.[name] ?? null) === undefined,
  );
}

/** The JSON that the Lambda runtimes write for an error of a function. */
function readFunctionError(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) && 'errorType' in value && 'errorMessage' in value ? value : undefined;
  } catch {
    return undefined;
  }
}

function describe(path: string, expected: unknown, actual: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}
