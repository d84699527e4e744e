import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { isExpression } from '../expression/delimiters.ts';
import type { Findings } from './diagnostic.ts';

/** Looks at the value at `path` and reports what is wrong with it. */
export type Check = (value: JsonValue, path: string, findings: Findings) => void;

/** What an object may and must hold. */
export interface Shape {
  readonly fields: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** Of each group exactly one field has to be there. */
  readonly exactlyOne?: readonly (readonly string[])[];
}

export const anything: Check = () => {};

export const text: Check = (value, path, findings) => {
  if (typeof value !== 'string') findings.schema('Expected value of type [STRING]', path);
};

/** A field that AWS has and this runtime has not. */
export const notBuilt: Check = (_value, path, findings) => {
  findings.schema(`'${path.split('/').at(-1)}' is not supported by the one-machine runtime`, path);
};

export const yes: Check = (value, path, findings) => {
  if (value !== true) findings.schema('Expected value of type [BOOLEAN] that is true', path);
};

export function oneOf(...values: readonly string[]): Check {
  return (value, path, findings) => {
    if (typeof value !== 'string') findings.schema('Expected value of type [STRING]', path);
    else if (!values.includes(value)) {
      findings.schema(`Value should be one of the following: [${values.join(', ')}]`, path);
    }
  };
}

/** A number literal, both ends included. */
export function number(from: number, to = Number.MAX_VALUE): Check {
  return (value, path, findings) => {
    if (typeof value !== 'number') findings.schema('Expected value of type [NUMBER]', path);
    else checkRange(value, from, to, path, findings);
  };
}

/** A whole number literal, both ends included. */
export function integer(from: number, to = Number.MAX_SAFE_INTEGER): Check {
  return (value, path, findings) => {
    if (!Number.isInteger(value)) findings.schema('Expected value of type [INTEGER]', path);
    else checkRange(Number(value), from, to, path, findings);
  };
}

function checkRange(value: number, from: number, to: number, path: string, findings: Findings): void {
  if (value < from || value > to) findings.schema(`Value is not in range [${from}, ${to}]: ${value}`, path);
}

/** A literal that passes `literal`, or an expression that passes `expression`. */
export function orExpression(literal: Check, expression: Check): Check {
  return (value, path, findings) => (isExpression(value) ? expression : literal)(value, path, findings);
}

export function list(item: Check, minimum = 0): Check {
  return (value, path, findings) => {
    if (!Array.isArray(value)) {
      findings.schema('Expected value of type [ARRAY]', path);
      return;
    }
    if (value.length < minimum) findings.schema(`The array should hold at least ${minimum} item(s)`, path);
    for (const [index, entry] of value.entries()) item(entry, `${path}[${index}]`, findings);
  };
}

export const anyObject: Check = (value, path, findings) => {
  if (!isJsonObject(value)) findings.schema('Expected value of type [OBJECT]', path);
};

export function object(shape: Shape): Check {
  return (value, path, findings) => {
    if (isJsonObject(value)) checkObject(value, path, shape, findings);
    else findings.schema('Expected value of type [OBJECT]', path);
  };
}

/** Every required field, no unknown field, and the checks of those that are there. */
export function checkObject(value: JsonObject, path: string, shape: Shape, findings: Findings): void {
  const missing = (shape.required ?? []).filter((field) => !Object.hasOwn(value, field));
  if (missing.length > 0) findings.schema(`These fields are required: [${missing.join(', ')}]`, path);
  for (const group of shape.exactlyOne ?? []) checkExactlyOne(value, path, group, findings);
  for (const [field, entry] of Object.entries(value)) {
    const check = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    if (check) check(entry, `${path}/${field}`, findings);
    else if (!ANNOTATIONS.has(field)) findings.schema(unknownField(field), path);
    else text(entry, `${path}/${field}`, findings);
  }
}

function checkExactlyOne(
  value: JsonObject,
  path: string,
  group: readonly string[],
  findings: Findings,
): void {
  const found = group.filter((field) => Object.hasOwn(value, field));
  if (found.length !== 1)
    findings.schema(`Exactly one of these fields is required: [${group.join(', ')}]`, path);
}

/** Accepted on the machine, every state, rule, retrier, catcher, branch and processor (measured). */
const ANNOTATIONS: ReadonlySet<string> = new Set(['Comment']);

/** The fields that belong to the JSONPath query language only; AWS names the language and reports them at the state. */
export const JSONPATH_FIELDS: ReadonlySet<string> = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
  'MaxItemsPath',
  'MaxItemsPerBatchPath',
  'MaxInputBytesPerBatchPath',
  'ErrorPath',
  'CausePath',
  'Variable',
  'And',
  'Or',
  'Not',
]);

function unknownField(field: string): string {
  return JSONPATH_FIELDS.has(field)
    ? `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`
    : `Field '${field}' is not supported`;
}
