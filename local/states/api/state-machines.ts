import type { JsonObject, JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import { machineArn } from '../engine/arns.ts';
import type { Engine } from '../engine/engine.ts';
import type { LoggingConfiguration, MachineRecord, MachineType } from '../registry/machine-record.ts';
import { ApiError, errors } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { checkDefinition } from './check-definition.ts';
import type { Fields } from './fields.ts';
import { findExecution } from './find-execution.ts';
import { readLogging } from './logging.ts';
import { checkName } from './names.ts';
import { pageSize, pageToken, readPageToken } from './page-token.ts';
import { readTags } from './tags.ts';
import { targetMachine } from './target-machine.ts';
import { publish } from './versions.ts';

export const createStateMachine: ApiCall = ({ engine, authorize }, fields) => {
  const name = fields.text('name');
  checkName(name);
  const arn = machineArn(engine, name);
  authorize('CreateStateMachine', arn);
  const type = typeOf(fields);
  const roleArn = roleOf(fields);
  const definition = fields.text('definition');
  checkDefinition(definition, type);
  refuseLoneDescription(fields);
  const spec = {
    arn,
    name,
    type,
    roleArn,
    definition,
    loggingConfiguration: readLogging(fields.get('loggingConfiguration')),
    tracingEnabled: readTracing(fields.get('tracingConfiguration')),
    tags: readTags(fields.get('tags')),
  };
  const existing = engine.machines.active(arn);
  if (existing !== undefined && !isSame(engine, existing, spec)) throw errors.machineAlreadyExists(arn);
  const record = existing ?? engine.machines.create(spec, engine.clock.now());
  const version = fields.flag('publish')
    ? publish(engine, record, fields.optionalText('versionDescription'))
    : undefined;
  return {
    stateMachineArn: arn,
    creationDate: epochSeconds(record.createdAt),
    ...(version !== undefined && { stateMachineVersionArn: version.arn }),
  };
};

/** Source: LocalStack's recordings, test_sfn_api_versioning. */
function refuseLoneDescription(fields: Fields): void {
  if (fields.flag('publish') || fields.get('versionDescription') === undefined) return;
  throw errors.validation('Version description can only be set when publish is true');
}

/** Creating a machine again exactly as it is has no effect. */
function isSame(
  engine: Engine,
  record: MachineRecord,
  spec: {
    readonly definition: string;
    readonly type: MachineType;
    readonly loggingConfiguration: LoggingConfiguration;
    readonly tracingEnabled: boolean;
  },
): boolean {
  return (
    engine.machines.revision(record.revision).definition === spec.definition &&
    record.type === spec.type &&
    record.tracingEnabled === spec.tracingEnabled &&
    JSON.stringify(record.loggingConfiguration) === JSON.stringify(spec.loggingConfiguration)
  );
}

function typeOf(fields: Fields): MachineType {
  const type = fields.optionalText('type') ?? 'STANDARD';
  if (type === 'STANDARD' || type === 'EXPRESS') return type;
  throw errors.invalidType(type);
}

function roleOf(fields: Fields): string {
  const roleArn = fields.text('roleArn');
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+/.test(roleArn)) throw errors.invalidArn(roleArn);
  return roleArn;
}

export function readTracing(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && value.enabled === true;
}

export const describeStateMachine: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  authorize('DescribeStateMachine', arn);
  const { machine, revision, versionArn } = targetMachine(engine, arn);
  const version = versionArn === undefined ? undefined : engine.machines.versions.get(versionArn);
  return {
    ...describeRevision(engine, machine, revision),
    stateMachineArn: versionArn ?? machine.arn,
    status: 'ACTIVE',
    type: machine.type,
    creationDate: epochSeconds(version?.createdAt ?? machine.createdAt),
    tracingConfiguration: { enabled: machine.tracingEnabled },
    ...(version?.description !== undefined && { description: version.description }),
  };
};

export function describeRevision(engine: Engine, machine: MachineRecord, number: number): JsonObject {
  const revision = engine.machines.revision(number);
  return {
    name: machine.name,
    definition: revision.definition,
    roleArn: revision.roleArn,
    loggingConfiguration: machine.loggingConfiguration as unknown as JsonObject,
    ...revisionIdOf(revision),
  };
}

/** A machine that was never revised has none to show. */
function revisionIdOf({ revisionId }: { readonly revisionId: string }): JsonObject {
  return revisionId === 'INITIAL' ? {} : { revisionId };
}

export const describeStateMachineForExecution: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('executionArn');
  authorize('DescribeStateMachineForExecution', arn);
  return describeForExecution(engine, arn);
};

function describeForExecution(engine: Engine, arn: string): object {
  const row = findExecution(engine, arn);
  const machineArnOfExecution = engine.machines.arnOf(row.machine);
  const machine = engine.machines.machines.get(machineArnOfExecution);
  if (machine === undefined) throw errors.executionDoesNotExist(arn);
  return {
    ...describeRevision(engine, machine, row.revision),
    stateMachineArn: machine.arn,
    updateDate: epochSeconds(engine.machines.revision(row.revision).createdAt),
    tracingConfiguration: { enabled: machine.tracingEnabled },
  };
}

export const listStateMachines: ApiCall = ({ engine, authorize }, fields) => {
  authorize('ListStateMachines', '*');
  const size = pageSize(fields.optionalCount('maxResults'));
  const from = readPageToken(fields.optionalText('nextToken'), 'machines') ?? 0;
  const active = engine.machines.machines.all().filter(({ status }) => status === 'ACTIVE');
  const page = active.slice(from, from + size);
  return {
    stateMachines: page.map(({ arn, name, type, createdAt }) => ({
      stateMachineArn: arn,
      name,
      type,
      creationDate: epochSeconds(createdAt),
    })),
    ...(active.length > from + size && { nextToken: pageToken('machines', from + size) }),
  };
};

export const updateStateMachine: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  authorize('UpdateStateMachine', arn);
  const { machine, versionArn } = targetMachine(engine, arn);
  // What was published stays as it is.
  if (versionArn !== undefined) throw errors.machineDoesNotExist(arn);
  refuseLoneDescription(fields);
  const current = engine.machines.revision(machine.revision);
  const definition = fields.optionalText('definition') ?? current.definition;
  const roleArn = fields.optionalText('roleArn') ?? current.roleArn;
  if (changesNothing(fields)) {
    throw new ApiError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  }
  checkDefinition(definition, machine.type);
  const now = engine.clock.now();
  const isRevised = definition !== current.definition || roleArn !== current.roleArn;
  const revised = isRevised ? engine.machines.revise(machine, { definition, roleArn }, now) : machine;
  const logging = fields.get('loggingConfiguration');
  const tracing = fields.get('tracingConfiguration');
  const updated: MachineRecord = {
    ...revised,
    ...(logging !== undefined && { loggingConfiguration: readLogging(logging) }),
    ...(tracing !== undefined && { tracingEnabled: readTracing(tracing) }),
  };
  engine.machines.machines.put(updated.arn, updated);
  const version = fields.flag('publish')
    ? publish(engine, updated, fields.optionalText('versionDescription'))
    : undefined;
  return {
    updateDate: epochSeconds(now),
    ...revisionIdOf(engine.machines.revision(updated.revision)),
    ...(version !== undefined && { stateMachineVersionArn: version.arn }),
  };
};

function changesNothing(fields: Fields): boolean {
  return ['definition', 'roleArn', 'loggingConfiguration', 'tracingConfiguration'].every(
    (name) => fields.get(name) === undefined,
  );
}

/** Running executions go on with the definition they started with. */
export const deleteStateMachine: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  authorize('DeleteStateMachine', arn);
  const machine = engine.machines.machines.get(arn);
  if (machine !== undefined) engine.machines.machines.put(arn, { ...machine, status: 'DELETED' });
  return {};
};
