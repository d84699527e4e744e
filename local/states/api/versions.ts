import type { Engine } from '../engine/engine.ts';
import type { MachineRecord, VersionRecord } from '../registry/machine-record.ts';
import { ApiError, errors } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { pageSize, pageToken, readPageToken } from './page-token.ts';
import { targetMachine } from './target-machine.ts';

export const publishStateMachineVersion: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  authorize('PublishStateMachineVersion', arn);
  const { machine } = targetMachine(engine, arn);
  const revisionId = fields.optionalText('revisionId');
  const current = engine.machines.revision(machine.revision).revisionId;
  if (revisionId !== undefined && revisionId !== current) {
    throw new ApiError(
      'ConflictException',
      `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${current}.`,
    );
  }
  const version = publish(engine, machine, fields.optionalText('description'));
  return { stateMachineVersionArn: version.arn, creationDate: epochSeconds(version.createdAt) };
};

/** Publishing an unchanged machine again gives the version there is. */
export function publish(
  engine: Engine,
  machine: MachineRecord,
  description: string | undefined,
): VersionRecord {
  const existing = versionsOf(engine, machine.arn).find(({ revision }) => revision === machine.revision);
  if (existing !== undefined) return existing;
  const current = engine.machines.machines.get(machine.arn) ?? machine;
  const version: VersionRecord = {
    arn: `${machine.arn}:${current.nextVersion}`,
    machineArn: machine.arn,
    version: current.nextVersion,
    revision: machine.revision,
    createdAt: engine.clock.now(),
    ...(description !== undefined && { description }),
  };
  engine.machines.versions.put(version.arn, version);
  engine.machines.machines.put(machine.arn, { ...current, nextVersion: current.nextVersion + 1 });
  return version;
}

/** The latest first. */
function versionsOf(engine: Engine, machineArn: string): readonly VersionRecord[] {
  return engine.machines.versions
    .all()
    .filter((version) => version.machineArn === machineArn)
    .sort((one, other) => other.version - one.version);
}

export const listStateMachineVersions: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  authorize('ListStateMachineVersions', arn);
  const { machine } = targetMachine(engine, arn);
  const size = pageSize(fields.optionalCount('maxResults'));
  const from = readPageToken(fields.optionalText('nextToken'), arn) ?? 0;
  const all = versionsOf(engine, machine.arn);
  return {
    stateMachineVersions: all.slice(from, from + size).map((version) => ({
      stateMachineVersionArn: version.arn,
      creationDate: epochSeconds(version.createdAt),
    })),
    ...(all.length > from + size && { nextToken: pageToken(arn, from + size) }),
  };
};

export const deleteStateMachineVersion: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineVersionArn');
  if (!/:stateMachine:[^:]+:\d+$/.test(arn)) throw errors.invalidArn(arn);
  authorize('DeleteStateMachineVersion', arn);
  const users = engine.machines.aliases
    .all()
    .filter(({ routing }) => routing.some(({ versionArn }) => versionArn === arn));
  if (users.length > 0) {
    const names = users.map(({ name }) => name).join(', ');
    throw new ApiError(
      'ConflictException',
      `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${names}]`,
    );
  }
  engine.machines.versions.remove(arn);
  return {};
};
