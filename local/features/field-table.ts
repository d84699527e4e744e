import { Findings } from '../states/definition/diagnostic.ts';
import { ITEM_BATCHER, READER_CONFIG } from '../states/definition/map-shape.ts';
import { MACHINE } from '../states/definition/parse.ts';
import { CATCHER, RETRIER } from '../states/definition/retry-and-catch.ts';
import type { Check, Shape } from '../states/definition/shape.ts';
import { CHOICE_RULE, stateShapes } from '../states/definition/state-shapes.ts';
import { table } from './markdown.ts';

/** The fields of the States Language, by the object they stand in, from the checks that every definition passes. */
export function fieldTable(): string {
  const shapes: readonly (readonly [string, Shape])[] = [
    ['the machine', MACHINE],
    ...Object.entries(stateShapes({})),
    ['a rule of Choices', CHOICE_RULE],
    ['a retrier', RETRIER],
    ['a catcher', CATCHER],
    ['ItemBatcher', ITEM_BATCHER],
    ['ReaderConfig', READER_CONFIG],
  ];
  return table(
    ['in', 'fields', 'not on one machine'],
    shapes.map(([name, shape]) => {
      const fields = Object.entries(shape.fields);
      const built = fields.filter(([, check]) => !isNotBuilt(check));
      const refused = fields.filter(([, check]) => isNotBuilt(check)).map(([field]) => field);
      return [
        name,
        built.map(([field, check]) => describe(field, check, shape)).join(', '),
        refused.join(', '),
      ];
    }),
  );
}

/** `*` marks a field that takes expressions, `!` one that has to be there. */
function describe(field: string, check: Check, shape: Shape): string {
  return `${field}${takesExpressions(check) ? '*' : ''}${shape.required?.includes(field) ? '!' : ''}`;
}

/** A field takes expressions if it notices a malformed one: as it is, or inside an object. */
function takesExpressions(check: Check): boolean {
  const malformed = '{% ( %}';
  return [malformed, { v: malformed }, { RoleArn: malformed }].some((value) =>
    codesFor(check, value).includes('INVALID_JSONATA_EXPRESSION'),
  );
}

function codesFor(check: Check, value: string | Record<string, string>): readonly string[] {
  const findings = new Findings();
  check(value, '', findings);
  return findings.diagnostics.map(({ code }) => code);
}

function isNotBuilt(check: Check): boolean {
  const findings = new Findings();
  check(null, '', findings);
  return findings.diagnostics.some(({ message }) =>
    message.includes('not supported by the one-machine runtime'),
  );
}
