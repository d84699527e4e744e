import { isJsonObject, type JsonValue } from '../json.ts';
import type { ResourceDeclaration } from './document.ts';
import { intrinsicCall } from './intrinsics.ts';

/** The logical ids (and parameters) that a resource refers to, by Ref, Fn::GetAtt, Fn::Sub or DependsOn. */
function referencesOf(declaration: ResourceDeclaration): ReadonlySet<string> {
  const found = new Set<string>([declaration.DependsOn ?? []].flat());
  collect(declaration.Properties ?? {}, found);
  return found;
}

function collect(value: JsonValue, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (!isJsonObject(value)) return;
  const call = intrinsicCall(value);
  if (call?.name === 'Ref' && typeof call.argument === 'string') found.add(call.argument);
  if (call?.name === 'Fn::GetAtt') found.add(String([call.argument].flat()[0]).split('.')[0] ?? '');
  if (call?.name === 'Fn::Sub') collectSubstitutions(call.argument, found);
  for (const member of Object.values(value)) collect(member, found);
}

function collectSubstitutions(argument: JsonValue, found: Set<string>): void {
  const [template] = [argument].flat();
  for (const [, name] of String(template).matchAll(/\$\{([^!}][^}]*)\}/g))
    found.add(name?.split('.')[0] ?? '');
}

/**
 * The logical ids in an order in which each comes after those it refers to. Throws on a cycle, as CloudFormation does:
 * `Circular dependency between resources: [A, B]`.
 */
export function dependencyOrder(resources: ReadonlyMap<string, ResourceDeclaration>): readonly string[] {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (logicalId: string, path: readonly string[]) => {
    const declaration = resources.get(logicalId);
    if (!declaration || state.get(logicalId) === 'done') return;
    if (state.get(logicalId) === 'open') {
      const cycle = path.slice(path.indexOf(logicalId));
      throw new Error(`Circular dependency between resources: [${cycle.join(', ')}]`);
    }
    state.set(logicalId, 'open');
    for (const reference of referencesOf(declaration)) visit(reference, [...path, logicalId]);
    state.set(logicalId, 'done');
    order.push(logicalId);
  };
  for (const logicalId of resources.keys()) visit(logicalId, []);
  return order;
}

/** The functions that custom resources name as their handler (`ServiceToken`). */
export function customResourceHandlers(
  resources: ReadonlyMap<string, ResourceDeclaration>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { Type, Properties } of resources.values()) {
    if (Type.startsWith('Custom::')) collect(Properties?.ServiceToken ?? null, found);
  }
  return found;
}
