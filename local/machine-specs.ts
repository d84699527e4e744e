import { readFileSync } from 'node:fs';
import type { StateMachineSpec } from './states/index.ts';
import type { Assembly } from './template/assembly.ts';
import { stateMachine, stateMachineAlias, stateMachineVersion } from './template/resources/states.ts';

type Machine = ReturnType<typeof machinesOf>[number];

/** The state machines of the template as the engine takes them, with their versions and aliases. */
export function machineSpecs(assembly: Assembly): readonly StateMachineSpec[] {
  return machinesOf(assembly).map((machine) => {
    const { StateMachineType, RoleArn, LoggingConfiguration } = machine.properties;
    const logging = LoggingConfiguration as
      | {
          readonly Level?: NonNullable<StateMachineSpec['logging']>['level'];
          readonly IncludeExecutionData?: boolean;
        }
      | undefined;
    return {
      arn: machine.ref,
      name: machine.attributes.Name ?? '',
      type: StateMachineType,
      roleArn: RoleArn,
      definition: definitionOf(machine, assembly),
      ...(logging && {
        logging: {
          level: logging.Level ?? 'OFF',
          includeExecutionData: logging.IncludeExecutionData ?? false,
        },
      }),
      versions: versionsOf(machine, assembly),
      aliases: aliasesOf(machine, assembly),
    };
  });
}

function machinesOf(assembly: Assembly) {
  return assembly.of(stateMachine);
}

function definitionOf({ properties, logicalId }: Machine, assembly: Assembly): string {
  const { DefinitionString, Definition, DefinitionS3Location, DefinitionSubstitutions = {} } = properties;
  const file = DefinitionS3Location && assembly.assets.get(DefinitionS3Location.Key);
  const text =
    DefinitionString ??
    (Definition === undefined ? undefined : JSON.stringify(Definition)) ??
    (file === undefined ? undefined : readFileSync(file, 'utf8'));
  if (text === undefined) throw new Error(`${logicalId}: the definition is not in the assembly`);
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) =>
    String(DefinitionSubstitutions[name] ?? whole),
  );
}

function versionsOf(machine: Machine, assembly: Assembly) {
  return assembly
    .of(stateMachineVersion)
    .filter(({ properties }) => properties.StateMachineArn === machine.ref)
    .map(({ ref, logicalId, properties }) => ({
      logicalId,
      arn: ref,
      ...(properties.Description !== undefined && { description: properties.Description }),
    }));
}

function aliasesOf(machine: Machine, assembly: Assembly) {
  return assembly
    .of(stateMachineAlias)
    .filter(({ ref }) => ref.slice(0, ref.lastIndexOf(':')) === machine.ref)
    .map(({ ref, properties }) => ({
      arn: ref,
      name: ref.slice(ref.lastIndexOf(':') + 1),
      ...(properties.Description !== undefined && { description: properties.Description }),
      routing: routingOf(properties),
    }));
}

/** A gradual deployment of AWS is complete at once here. */
function routingOf(properties: {
  readonly RoutingConfiguration?:
    | readonly { readonly StateMachineVersionArn: string; readonly Weight: number }[]
    | undefined;
  readonly DeploymentPreference?: { readonly StateMachineVersionArn: string } | undefined;
}) {
  const preferred = properties.DeploymentPreference?.StateMachineVersionArn;
  if (preferred !== undefined) return [{ versionArn: preferred, weight: 100 }];
  return (properties.RoutingConfiguration ?? []).map((route) => ({
    versionArn: route.StateMachineVersionArn,
    weight: route.Weight,
  }));
}
