import type { Machine } from '../definition/machine.ts';

export type MachineType = 'STANDARD' | 'EXPRESS';

export type LogLevel = 'ALL' | 'ERROR' | 'FATAL' | 'OFF';

/** A state machine; what it does stands in its revisions. */
export interface MachineRecord {
  /** Numbers the machine in the store; stays with the ARN when the machine is deleted and made again. */
  readonly number: number;
  readonly arn: string;
  readonly name: string;
  readonly type: MachineType;
  /** The latest revision. */
  readonly revision: number;
  readonly createdAt: number;
  readonly status: 'ACTIVE' | 'DELETED' | 'MAP_RUN';
  readonly loggingConfiguration: LoggingConfiguration;
  readonly tracingEnabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly nextVersion: number;
}

export interface LoggingConfiguration {
  readonly level: LogLevel;
  readonly includeExecutionData: boolean;
  readonly destinations?: readonly unknown[];
}

/** What a revision was made from; an execution keeps the revision it started with. */
export interface RevisionRecord {
  readonly number: number;
  readonly machineArn: string;
  /** `INITIAL` for the first, as on AWS. */
  readonly revisionId: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly createdAt: number;
}

/** A revision with its parsed definition. */
export interface Revision extends RevisionRecord {
  readonly machine: Machine;
  readonly type: MachineType;
  readonly machineName: string;
}

export interface VersionRecord {
  /** `<machine ARN>:<number>` */
  readonly arn: string;
  readonly machineArn: string;
  readonly version: number;
  readonly revision: number;
  readonly description?: string;
  readonly createdAt: number;
}

export interface AliasRecord {
  /** `<machine ARN>:<name>` */
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  readonly description?: string;
  readonly routing: readonly AliasRoute[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface AliasRoute {
  readonly versionArn: string;
  /** Percent; the weights of an alias add up to 100. */
  readonly weight: number;
}
