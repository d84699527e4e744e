import { isExpression } from '../expression/delimiters.ts';
import { parseOffsetDateTime } from '../expression/offset-date-time.ts';
import { expression, template, textTemplate } from './expression-check.ts';
import type { StateType } from './machine.ts';
import { mapFields } from './map-shape.ts';
import { type ParseOptions, resource } from './resource-check.ts';
import { faultTolerance, MAX_SECONDS } from './retry-and-catch.ts';
import {
  anything,
  type Check,
  integer,
  list,
  object,
  oneOf,
  orExpression,
  type Shape,
  text,
  yes,
} from './shape.ts';
import { assignments } from './variables.ts';

const transition: Readonly<Record<string, Check>> = { Next: text, End: yes };
const common: Readonly<Record<string, Check>> = { Type: text, QueryLanguage: oneOf('JSONPath', 'JSONata') };
const outcome = { Assign: assignments(), Output: template() };
const outcomeOfResult = { Assign: assignments('result'), Output: template('result') };
const nextOrEnd = [['Next', 'End']];
const seconds = (from: number) => orExpression(integer(from, MAX_SECONDS), expression());

/** A literal Timestamp has to be one; an expression is checked when it has its value. */
const timestamp: Check = (value, path, findings) => {
  textTemplate(value, path, findings);
  if (typeof value === 'string' && !isExpression(value) && parseOffsetDateTime(value) === undefined) {
    findings.schema('String does not match RFC3339 timestamp', path);
  }
};

const condition: Check = (value, path, findings) => {
  if (typeof value !== 'boolean') expression()(value, path, findings);
};

/** A rule of a Choice. */
export const CHOICE_RULE: Shape = {
  fields: { Condition: condition, Next: text, ...outcome },
  required: ['Condition', 'Next'],
};

/**
 * What each type of state may and must hold in the JSONata query language; Branches and ItemProcessor hold states of
 * their own and are checked as graphs. Source: developer guide, "Workflow states"; States Language specification, table
 * "State types".
 */
export function stateShapes(options: ParseOptions): Readonly<Record<StateType, Shape>> {
  return {
    Pass: { fields: { ...common, ...transition, ...outcome }, exactlyOne: nextOrEnd },
    Task: {
      fields: {
        ...common,
        ...transition,
        ...outcomeOfResult,
        ...faultTolerance,
        Resource: resource(options),
        Arguments: template(),
        TimeoutSeconds: seconds(1),
        HeartbeatSeconds: seconds(1),
        Credentials: object({ fields: { RoleArn: textTemplate }, required: ['RoleArn'] }),
      },
      required: ['Resource'],
      exactlyOne: nextOrEnd,
    },
    Choice: {
      fields: { ...common, ...outcome, Choices: list(object(CHOICE_RULE), 1), Default: text },
      required: ['Choices'],
    },
    Wait: {
      fields: { ...common, ...transition, ...outcome, Seconds: seconds(0), Timestamp: timestamp },
      exactlyOne: [...nextOrEnd, ['Seconds', 'Timestamp']],
    },
    Succeed: { fields: { ...common, Output: template() } },
    Fail: { fields: { ...common, Error: textTemplate, Cause: textTemplate } },
    Parallel: {
      fields: {
        ...common,
        ...transition,
        ...outcomeOfResult,
        ...faultTolerance,
        Branches: list(anything, 1),
        Arguments: template(),
      },
      required: ['Branches'],
      exactlyOne: nextOrEnd,
    },
    Map: {
      fields: { ...common, ...transition, ...outcomeOfResult, ...faultTolerance, ...mapFields(options) },
      required: ['ItemProcessor'],
      exactlyOne: nextOrEnd,
    },
  };
}
