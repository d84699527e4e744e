import type { JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { Engine } from '../engine/engine.ts';
import type { AliasRecord, AliasRoute } from '../registry/machine-record.ts';
import { ApiError, errors } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { checkName } from './names.ts';
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

function checkAliasName(name: string): void {
  checkName(name);
  if (/^\d+$/.test(name)) {
    throw errors.validation(
      `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$`,
    );
  }
}

/** One version with weight 100, or two of one machine whose weights add up to 100. */
function readRouting(engine: Engine, value: JsonValue | undefined): readonly AliasRoute[] {
  const routes = Array.isArray(value) ? (value as readonly JsonValue[]).map(readRoute) : [];
  if (routes.length < 1 || routes.length > 2) {
    throw errors.validation('Invalid routing configuration: it must name one or two state machine versions');
  }
  if (routes.reduce((sum, { weight }) => sum + weight, 0) !== 100) {
    throw errors.validation('Sum of routing configuration weights must equal 100');
  }
  const unknown = routes.find(({ versionArn }) => engine.machines.versions.get(versionArn) === undefined);
  if (unknown !== undefined) throw errors.machineDoesNotExist(unknown.versionArn);
  if (new Set(routes.map(({ versionArn }) => versionArn.replace(/:\d+$/, ''))).size !== 1) {
    throw errors.validation('All versions of a routing configuration must belong to the same state machine');
  }
  return routes;
}

function readRoute(value: JsonValue): AliasRoute {
  const versionArn = isJsonObject(value) ? value.stateMachineVersionArn : undefined;
  const weight = isJsonObject(value) ? value.weight : undefined;
  if (typeof versionArn !== 'string' || !/:stateMachine:[^:]+:\d+$/.test(versionArn)) {
    throw errors.invalidArn(String(versionArn));
  }
  if (typeof weight !== 'number' || weight < 0 || weight > 100) {
    throw errors.validation('The weight of a routing configuration must be a number from 0 to 100');
  }
  return { versionArn, weight };
}

function machineOf(routing: readonly AliasRoute[]): string {
  return (routing[0]?.versionArn ?? '').replace(/:\d+$/, '');
}

function findAlias(engine: Engine, arn: string): AliasRecord {
  const alias = engine.machines.aliases.get(arn);
  if (alias === undefined) throw errors.resourceNotFound(arn);
  return alias;
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

export const deleteStateMachineAlias: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineAliasArn');
  authorize('DeleteStateMachineAlias', arn);
  findAlias(engine, arn);
  engine.machines.aliases.remove(arn);
  return {};
};
