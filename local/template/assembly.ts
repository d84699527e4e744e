import type { JsonValue } from '../json.ts';
import { readCloudAssembly } from './manifest.ts';
import { type Place, placeIn } from './place.ts';
import type { Resource, ResourceType } from './resource-type.ts';
import { loadStack, type StackContext } from './stack.ts';
import { TemplateError } from './template-error.ts';
import { openVersionNumbers, type VersionNumbers } from './version-numbers.ts';

/** Stands for the gateway's origin in parameter values; written so that it is not taken for a template literal. */
const ORIGIN_PLACEHOLDER = '$' + '{origin}';

/** All resources of an assembly, resolved. */
export interface Assembly {
  readonly place: Place;
  /** In dependency order, stack after stack. */
  readonly resources: readonly Resource[];
  /** The resources of one type, with its properties. */
  of<Properties>(type: ResourceType<Properties>): readonly Resource<Properties>[];
  /** Stack name to the values of its outputs. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;
  /** Absolute path of an asset's file or folder by its object key (`<hash>.zip`). */
  readonly assets: ReadonlyMap<string, string>;
  /** What was read over, with the reason; for the log. */
  readonly ignored: readonly string[];
}

export interface AssemblyOptions {
  /** Values of CfnParameters by logical id, or `<stack>.<logical id>`; `${origin}` in a value is the gateway's. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly servicesOrigin: string;
  readonly versions?: VersionNumbers;
}

/**
 * Reads a cloud assembly and resolves everything in it.
 *
 * @param directory `cdk.out`
 * @throws TemplateError that names every problem: an unknown resource type, an unsupported property, a reference
 *   to nothing, a cycle, a parameter without a value
 */
export function loadAssembly(directory: string, options: AssemblyOptions): Assembly {
  const { stacks, assets } = readCloudAssembly(directory);
  const [first] = stacks;
  if (!first) throw new TemplateError([`${directory} holds no stack`]);
  const place = placeIn(first.accountId, first.region, options);
  const exports = new Map<string, JsonValue>();
  const versions = options.versions ?? openVersionNumbers();
  const loaded: StackContext = { place, assets, exports, versions, problems: [], resources: [], ignored: [] };
  const outputs: Record<string, Record<string, JsonValue>> = {};

  for (const stack of stacks) {
    if (stack.region !== first.region || stack.accountId !== first.accountId) {
      loaded.problems.push(
        `stack ${stack.name}: one machine is one account and region, ${first.name} is in another`,
      );
    }
    const given = givenParameters(stack.name, options);
    outputs[stack.name] = loadStack(stack.name, stack.template, given, loaded);
  }
  if (loaded.problems.length > 0) throw new TemplateError(loaded.problems);

  return {
    place,
    assets,
    outputs,
    resources: loaded.resources,
    ignored: loaded.ignored,
    // The properties were made by that type's own schema when the stack was loaded.
    of: <Properties>(type: ResourceType<Properties>) =>
      loaded.resources.filter((resource) => resource.type === type.type) as unknown as Resource<Properties>[],
  };
}

function givenParameters(stackName: string, options: AssemblyOptions): ReadonlyMap<string, JsonValue> {
  const given = new Map<string, JsonValue>();
  for (const [key, value] of Object.entries(options.parameters ?? {})) {
    const [stackOrId = key, id] = key.split('.');
    if (id !== undefined && stackOrId !== stackName) continue;
    given.set(id ?? stackOrId, value.replaceAll(ORIGIN_PLACEHOLDER, options.origin));
  }
  return given;
}
