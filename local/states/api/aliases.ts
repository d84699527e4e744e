import type { Engine } from '../engine/engine.ts';
import type { AliasRecord, AliasRoute } from '../registry/machine-record.ts';
import { readRouting } from './alias-routing.ts';
import { ApiError, errors } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { checkAliasName } from './names.ts';
import { pageSize, pageToken, readPageToken } from './page-token.ts';

export const createStateMachineAlias: ApiCall = ({ engine, authorize }, fields) => {
  const name = fields.text('name');
  checkAliasName(name);
  const routing = readRouting(engine, fields.get('routingConfiguration'));
  const machineArn = machineOf(routing);
  authorize('CreateStateMachineAlias', machineArn);
  const description = fields.optionalText('description');
  const arn = `${machineArn}:${name}`;
  const existing = engine.machines.aliases.get(arn);
  if (existing !== undefined) {
    if (
      JSON.stringify(existing.routing) === JSON.stringify(routing) &&
      existing.description === description
    ) {
      return { stateMachineAliasArn: arn, creationDate: epochSeconds(existing.createdAt) };
    }
    throw new ApiError(
      'ConflictException',
      `Failed to create alias because an alias with the same name and a different routing configuration already exists.`,
    );
  }
  const now = engine.clock.now();
  const alias: AliasRecord = {
    arn,
    machineArn,
    name,
    routing,
    createdAt: now,
    updatedAt: now,
    ...(description !== undefined && { description }),
  };
  engine.machines.aliases.put(arn, alias);
  return { stateMachineAliasArn: arn, creationDate: epochSeconds(now) };
};

function machineOf(routing: readonly AliasRoute[]): string {
  return (routing[0]?.versionArn ?? '').replace(/:\d+$/, '');
}

function findAlias(engine: Engine, arn: string): AliasRecord {
  const alias = engine.machines.aliases.get(arn);
  if (alias !== undefined) return alias;
  throw new ApiError('ResourceNotFound', 'Request references a resource that does not exist.', {
    resourceName: arn,
  });
}

export const describeStateMachineAlias: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineAliasArn');
  authorize('DescribeStateMachineAlias', arn);
  const alias = findAlias(engine, arn);
  return {
    stateMachineAliasArn: alias.arn,
    name: alias.name,
    ...(alias.description !== undefined && { description: alias.description }),
    routingConfiguration: alias.routing.map(({ versionArn, weight }) => ({
      stateMachineVersionArn: versionArn,
      weight,
    })),
    creationDate: epochSeconds(alias.createdAt),
    updateDate: epochSeconds(alias.updatedAt),
  };
};

export const updateStateMachineAlias: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineAliasArn');
  authorize('UpdateStateMachineAlias', arn);
  const alias = findAlias(engine, arn);
  const routing = fields.get('routingConfiguration');
  const description = fields.optionalText('description');
  if (routing === undefined && description === undefined) {
    throw errors.validation('Either the description or the routingConfiguration must be specified');
  }
  const updatedAt = engine.clock.now();
  engine.machines.aliases.put(arn, {
    ...alias,
    updatedAt,
    ...(routing !== undefined && { routing: readRouting(engine, routing) }),
    ...(description !== undefined && { description }),
  });
  return { updateDate: epochSeconds(updatedAt) };
};

export const listStateMachineAliases: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  authorize('ListStateMachineAliases', arn);
  const isVersion = /:stateMachine:[^:]+:\d+$/.test(arn);
  const size = pageSize(fields.optionalCount('maxResults'));
  const from = readPageToken(fields.optionalText('nextToken'), arn) ?? 0;
  const all = engine.machines.aliases
    .all()
    .filter((alias) =>
      isVersion ? alias.routing.some(({ versionArn }) => versionArn === arn) : alias.machineArn === arn,
    );
  return {
    stateMachineAliases: all
      .slice(from, from + size)
      .map((alias) => ({ stateMachineAliasArn: alias.arn, creationDate: epochSeconds(alias.createdAt) })),
    ...(all.length > from + size && { nextToken: pageToken(arn, from + size) }),
  };
};

/** Deleting what is not there is no error. */
export const deleteStateMachineAlias: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineAliasArn');
  authorize('DeleteStateMachineAlias', arn);
  engine.machines.aliases.remove(arn);
  return {};
};
