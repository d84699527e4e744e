import type { Integration, Pattern } from './integration.ts';
import { findIntegration } from './registry.ts';

/** What a Task's Resource means. */
export type TaskResource =
  | { readonly kind: 'function'; readonly functionArn: string }
  | {
      readonly kind: 'integration';
      readonly integration: Integration;
      readonly pattern: Pattern;
      readonly resource: string;
    }
  | { readonly kind: 'unknown' };

const suffixes: readonly (readonly [string, Pattern])[] = [
  ['.waitForTaskToken', 'token'],
  ['.sync:2', 'sync:2'],
  ['.sync', 'sync'],
];

const known = new Map<string, TaskResource>();

/** Source: developer guide, "Integrating services", resource ARNs (`arn:aws:states:::lambda:invoke.waitForTaskToken`). */
export function readResource(arn: string): TaskResource {
  const found = known.get(arn) ?? parse(arn);
  known.set(arn, found);
  return found;
}

function parse(arn: string): TaskResource {
  if (/^arn:[\w-]+:lambda:/.test(arn)) return { kind: 'function', functionArn: arn };
  const name = /^arn:[\w-]+:states:[^:]*:[^:]*:(.+)$/.exec(arn)?.[1];
  if (name === undefined) return { kind: 'unknown' };
  const [suffix, pattern] = suffixes.find(([ending]) => name.endsWith(ending)) ?? (['', 'request'] as const);
  const bare = name.slice(0, name.length - suffix.length);
  const integration = findIntegration(bare);
  if (integration === undefined || !integration.patterns.includes(pattern)) return { kind: 'unknown' };
  return { kind: 'integration', integration, pattern, resource: `${integration.resource}${suffix}` };
}
