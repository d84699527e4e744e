import { REQUIREMENTS } from '../dynamodb/required-permissions.ts';
import { CONDITION_KEYS, CONDITION_OPERATORS } from '../iam/conditions.ts';
import { AWS_MANAGED_POLICIES } from '../iam/managed-policies.ts';
import { SUPPORTED_INTRINSICS } from '../template/intrinsics.ts';
import { SUPPORTED_TYPES } from '../template/registry.ts';
import { names, table } from './markdown.ts';

/** The properties of each resource type that runs here. */
export function resourceTable(): string {
  return table(
    ['type', 'properties', 'read over'],
    SUPPORTED_TYPES.map(({ type, honoured, ignored }) => [
      type,
      honoured.join(', '),
      Object.entries(ignored)
        .filter(([name]) => name !== 'Tags')
        .map(([name, reason]) => `${name} (${reason})`)
        .join('; '),
    ]),
  );
}

/** The intrinsic functions of templates. */
export function intrinsicFunctions(): string {
  return names(SUPPORTED_INTRINSICS);
}

/** What policies are decided by. */
export function policies(): string {
  const operators = CONDITION_OPERATORS.filter((name) => !name.includes(':') && !name.endsWith('IfExists'));
  return [
    `Condition operators: ${names(operators)}, with \`IfExists\`, \`ForAllValues:\` and \`ForAnyValue:\`. `,
    `Condition keys: ${names(CONDITION_KEYS)}. `,
    `Managed policies of AWS: ${names(Object.keys(AWS_MANAGED_POLICIES))}.`,
  ].join('\n');
}

/** The operations of DynamoDB that functions and machines may call. */
export function dynamodbOperations(): string {
  return names([...REQUIREMENTS.keys()]);
}
