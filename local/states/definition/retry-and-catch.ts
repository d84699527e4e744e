import { isJsonObject, type JsonValue } from '../../json.ts';
import type { Findings } from './diagnostic.ts';
import { template } from './expression-check.ts';
import { type Check, integer, list, number, object, oneOf, type Shape, text } from './shape.ts';
import { assignments } from './variables.ts';

/** AWS's bound of every time in seconds. */
export const MAX_SECONDS = 99_999_999;
/** A year and a day; developer guide, "Retrying after an error". */
const MAX_DELAY_SECONDS = 31_622_400;

const errorEquals = list(text, 1);

/** A retrier of a Retry. */
export const RETRIER: Shape = {
  fields: {
    ErrorEquals: errorEquals,
    IntervalSeconds: integer(0, MAX_SECONDS),
    MaxAttempts: integer(0, MAX_SECONDS),
    BackoffRate: number(1),
    MaxDelaySeconds: integer(1, MAX_DELAY_SECONDS),
    JitterStrategy: oneOf('FULL', 'NONE'),
  },
  required: ['ErrorEquals'],
};

/** A catcher of a Catch. */
export const CATCHER: Shape = {
  fields: {
    ErrorEquals: errorEquals,
    Next: text,
    Assign: assignments('errorOutput'),
    Output: template('errorOutput'),
  },
  required: ['ErrorEquals', 'Next'],
};

/** The Retry and Catch of a Task, Parallel or Map. */
export const faultTolerance: Readonly<Record<'Retry' | 'Catch', Check>> = {
  Retry: withStatesAllLast(list(object(RETRIER))),
  Catch: withStatesAllLast(list(object(CATCHER))),
};

/** `States.ALL` stands alone, in the last retrier or catcher. States Language specification, "Errors". */
function withStatesAllLast(check: Check): Check {
  return (value, path, findings) => {
    check(value, path, findings);
    const entries = Array.isArray(value) ? value : [];
    for (const [index, entry] of entries.entries()) {
      checkStatesAll(entry, index === entries.length - 1, `${path}[${index}]/ErrorEquals`, findings);
    }
  };
}

function checkStatesAll(entry: JsonValue, isLast: boolean, path: string, findings: Findings): void {
  const names = isJsonObject(entry) ? entry.ErrorEquals : undefined;
  if (!Array.isArray(names) || !names.includes('States.ALL')) return;
  if (names.length > 1) findings.schema("'States.ALL' must appear alone", path);
  if (!isLast) findings.schema("'States.ALL' must appear in the last entry", path);
}
