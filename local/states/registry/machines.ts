import { randomUUID } from 'node:crypto';
import type { Machine } from '../definition/machine.ts';
import { parseDefinition } from '../definition/parse.ts';
import type {
  AliasRecord,
  LoggingConfiguration,
  MachineRecord,
  MachineType,
  Revision,
  RevisionRecord,
  VersionRecord,
} from './machine-record.ts';
import type { MapRunRecord } from './map-run-record.ts';
import type { Collection, Documents } from './registry.ts';

export interface NewMachine {
  readonly arn: string;
  readonly name: string;
  readonly type: MachineType;
  readonly roleArn: string;
  readonly definition: string;
  readonly loggingConfiguration?: LoggingConfiguration;
  readonly tracingEnabled?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

const noLogging: LoggingConfiguration = { level: 'OFF', includeExecutionData: false };

/** The state machines with their revisions, versions and aliases. */
export class Machines {
  readonly machines: Collection<MachineRecord>;
  readonly versions: Collection<VersionRecord>;
  readonly aliases: Collection<AliasRecord>;
  readonly mapRuns: Collection<MapRunRecord>;
  readonly #revisions: Collection<RevisionRecord>;
  readonly #parsed = new Map<number, Revision>();
  readonly #arnByNumber = new Map<number, string>();

  constructor(documents: Documents) {
    this.machines = documents.collection('machine');
    this.versions = documents.collection('version');
    this.aliases = documents.collection('alias');
    this.mapRuns = documents.collection('mapRun');
    this.#revisions = documents.collection('revision');
    for (const { number, arn } of this.machines.all()) this.#arnByNumber.set(number, arn);
  }

  /** The machine unless it is deleted. */
  active(arn: string): MachineRecord | undefined {
    const found = this.machines.get(arn);
    return found?.status === 'ACTIVE' ? found : undefined;
  }

  /** The ARN of a machine, deleted or not, by the number executions carry. */
  arnOf(machineNumber: number): string {
    return this.#arnByNumber.get(machineNumber) ?? '';
  }

  create(spec: NewMachine, now: number): MachineRecord {
    const before = this.machines.get(spec.arn);
    const number = before?.number ?? this.#arnByNumber.size + 1;
    const revision = this.#addRevision(spec, 'INITIAL', now);
    const record: MachineRecord = {
      number,
      arn: spec.arn,
      name: spec.name,
      type: spec.type,
      revision,
      createdAt: now,
      status: 'ACTIVE',
      loggingConfiguration: spec.loggingConfiguration ?? noLogging,
      tracingEnabled: spec.tracingEnabled ?? false,
      tags: spec.tags ?? {},
      nextVersion: before?.nextVersion ?? 1,
    };
    this.machines.put(spec.arn, record);
    this.#arnByNumber.set(number, spec.arn);
    return record;
  }

  /** The hidden machine whose executions the children of a map run are; it is in no list and cannot be started. */
  mapRunMachine(owner: MachineRecord, label: string, type: MachineType): MachineRecord {
    const arn = `${owner.arn}/${label}`;
    const existing = this.machines.get(arn);
    if (existing !== undefined) return existing;
    const number = this.#arnByNumber.size + 1;
    const record: MachineRecord = {
      ...owner,
      number,
      arn,
      name: `${owner.name}/${label}`,
      type,
      status: 'MAP_RUN',
    };
    this.machines.put(arn, record);
    this.#arnByNumber.set(number, arn);
    return record;
  }

  /** The run with this number. */
  mapRun(number: number): MapRunRecord | undefined {
    return this.mapRuns.all().findLast((each) => each.number === number);
  }

  /** Map runs are kept as long as the executions they belong to. */
  forgetMapRuns(endedBefore: number): void {
    for (const { arn, stoppedAt } of this.mapRuns.all()) {
      if ((stoppedAt ?? Infinity) < endedBefore) this.mapRuns.remove(arn);
    }
  }

  /** A new revision; running executions keep theirs. Returns the machine as it is now. */
  revise(
    record: MachineRecord,
    change: Pick<NewMachine, 'roleArn' | 'definition'>,
    now: number,
  ): MachineRecord {
    const spec = { ...change, arn: record.arn };
    const revised = { ...record, revision: this.#addRevision(spec, randomUUID(), now) };
    this.machines.put(record.arn, revised);
    return revised;
  }

  /** The revision with its parsed definition. */
  revision(number: number): Revision {
    const cached = this.#parsed.get(number);
    if (cached !== undefined) return cached;
    const record = this.#revisions.get(String(number));
    if (record === undefined) throw new Error(`the store has no revision ${number}`);
    const owner = this.machines.get(record.machineArn);
    const revision: Revision = {
      ...record,
      machine: parsed(record),
      type: owner?.type ?? 'STANDARD',
      machineName: owner?.name ?? '',
    };
    this.#parsed.set(number, revision);
    return revision;
  }

  #addRevision(
    spec: Pick<NewMachine, 'arn' | 'roleArn' | 'definition'>,
    revisionId: string,
    now: number,
  ): number {
    const number = this.#revisions.all().length + 1;
    this.#revisions.put(String(number), {
      number,
      machineArn: spec.arn,
      revisionId,
      definition: spec.definition,
      roleArn: spec.roleArn,
      createdAt: now,
    });
    return number;
  }
}

/** The definition was accepted when the revision was made; it is parsed again after a restart. */
function parsed(record: RevisionRecord): Machine {
  const result = parseDefinition(record.definition);
  if ('machine' in result) return result.machine;
  const [first] = result.diagnostics;
  throw new Error(`${record.machineArn}: its stored definition is no longer accepted: ${first?.message}`);
}
