import * as z from 'zod';
import { CONDITION_KEYS, CONDITION_OPERATORS } from './conditions.ts';

const textOrList = z
  .union([z.string(), z.array(z.string())])
  .transform((value): readonly string[] => [value].flat());
const conditionValue = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value): readonly string[] => [value].flat().map(String));
const principal = z.union([
  z.literal('*').transform((all): Principals => ({ AWS: [all] })),
  z.strictObject({ AWS: textOrList, Service: textOrList, Federated: textOrList }).partial(),
]);

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: textOrList.optional(),
  NotAction: textOrList.optional(),
  Resource: textOrList.optional(),
  NotResource: textOrList.optional(),
  Principal: principal.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValue)).optional(),
});
const document = z.object({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.union([statement.transform((one) => [one]), z.array(statement)]),
});

interface Principals {
  readonly AWS?: readonly string[] | undefined;
  readonly Service?: readonly string[] | undefined;
  readonly Federated?: readonly string[] | undefined;
}

/** One statement of a policy, its single values as lists. */
export type Statement = z.output<typeof statement>;

/**
 * Reads a policy document (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
 *
 * @param place what the document belongs to, for the message
 * @throws Error for anything that would be decided wrongly: an unknown element, condition operator or condition key
 */
export function parsePolicy(value: unknown, place: string): readonly Statement[] {
  const parsed = document.safeParse(value);
  if (!parsed.success) {
    throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
  }
  for (const { Condition } of parsed.data.Statement) {
    for (const [operator, tests] of Object.entries(Condition ?? {})) {
      if (!CONDITION_OPERATORS.includes(operator)) {
        throw new Error(`${place}: the condition operator ${operator} is not supported on one machine`);
      }
      const unknown = Object.keys(tests).find((key) => !CONDITION_KEYS.includes(key.toLowerCase()));
      if (unknown) throw new Error(`${place}: the condition key ${unknown} is not known on one machine`);
    }
  }
  return parsed.data.Statement;
}
