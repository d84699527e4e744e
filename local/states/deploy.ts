import { checkDefinition } from './api/check-definition.ts';
import { publish } from './api/versions.ts';
import type { Engine } from './engine/engine.ts';
import type { LoggingConfiguration, MachineRecord, MachineType } from './registry/machine-record.ts';

/** A state machine of the template, with its versions and aliases. */
export interface StateMachineSpec {
  readonly arn: string;
  readonly name: string;
  readonly type: MachineType;
  readonly roleArn: string;
  /** JSON text. */
  readonly definition: string;
  readonly tracing?: boolean;
  readonly logging?: LoggingConfiguration;
  readonly versions?: readonly {
    readonly logicalId: string;
    readonly arn: string;
    readonly description?: string;
  }[];
  readonly aliases?: readonly {
    readonly arn: string;
    readonly name: string;
    readonly description?: string;
    readonly routing: readonly { readonly versionArn: string; readonly weight: number }[];
  }[];
}

/** Brings the machines to what the template says; doing it again changes nothing. @throws ApiError InvalidDefinition */
export function deployMachines(engine: Engine, specs: readonly StateMachineSpec[]): void {
  for (const spec of specs) checkOf(spec);
  for (const spec of specs) {
    const machine = deployMachine(engine, spec);
    deployAliases(engine, spec, deployVersions(engine, spec, machine));
  }
}

function checkOf(spec: StateMachineSpec): void {
  try {
    checkDefinition(spec.definition, spec.type);
  } catch (error) {
    throw new Error(`state machine ${spec.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function deployMachine(engine: Engine, spec: StateMachineSpec): MachineRecord {
  const now = engine.clock.now();
  const existing = engine.machines.active(spec.arn);
  const settings = {
    ...(spec.logging !== undefined && { loggingConfiguration: spec.logging }),
    ...(spec.tracing !== undefined && { tracingEnabled: spec.tracing }),
  };
  if (existing === undefined) return engine.machines.create({ ...spec, ...settings }, now);
  const current = engine.machines.revision(existing.revision);
  const isSame = current.definition === spec.definition && current.roleArn === spec.roleArn;
  const revised = isSame ? existing : engine.machines.revise(existing, spec, now);
  const machine = { ...revised, ...settings };
  engine.machines.machines.put(spec.arn, machine);
  return machine;
}

/**
 * The template names a version by its logical id; here it is published when the machine has changed. Returns the
 * published ARN for each ARN the template uses.
 */
function deployVersions(
  engine: Engine,
  spec: StateMachineSpec,
  machine: MachineRecord,
): ReadonlyMap<string, string> {
  const published = new Map<string, string>();
  for (const { arn, description } of spec.versions ?? [])
    published.set(arn, publish(engine, machine, description).arn);
  return published;
}

function deployAliases(engine: Engine, spec: StateMachineSpec, versions: ReadonlyMap<string, string>): void {
  const now = engine.clock.now();
  for (const { arn, name, description, routing } of spec.aliases ?? []) {
    const existing = engine.machines.aliases.get(arn);
    const routes = routing.map(({ versionArn, weight }) => ({
      versionArn: versions.get(versionArn) ?? versionArn,
      weight,
    }));
    if (existing !== undefined && JSON.stringify(existing.routing) === JSON.stringify(routes)) continue;
    engine.machines.aliases.put(arn, {
      arn,
      machineArn: spec.arn,
      name,
      routing: routes,
      createdAt: existing?.createdAt ?? now,
      updatedAt: now,
      ...(description !== undefined && { description }),
    });
  }
}
