import type { MachineType } from '../registry/machine-record.ts';

export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

export function machineArn({ partition, region, accountId }: Place, name: string): string {
  return `arn:${partition}:states:${region}:${accountId}:stateMachine:${name}`;
}

/** Between the name of an Express execution, which need not be unique, and an id of its own. */
const separator = ':';

/** The name under which an execution is stored. */
export function storedName(type: MachineType, name: string, unique: string): string {
  return type === 'EXPRESS' ? `${name}${separator}${unique}` : name;
}

export function isExpress(stored: string): boolean {
  return stored.includes(separator);
}

/** The name an execution was started with. */
export function givenName(stored: string): string {
  return stored.split(separator, 1)[0] ?? stored;
}

/** @param stored the name under which the execution is stored */
export function executionArn(machine: string, stored: string): string {
  const kind = isExpress(stored) ? ':express:' : ':execution:';
  return `${machine.replace(':stateMachine:', kind)}:${stored}`;
}

/** The machine's ARN and the execution's name, of a Standard execution. */
export function readExecutionArn(arn: string): { machineArn: string; name: string } | undefined {
  const parts = /^(arn:[\w-]+:states:[\w-]+:\d{12}):execution:([^:]+):([^:]+)$/.exec(arn);
  if (parts === null) return undefined;
  const [, prefix, machineName = '', name = ''] = parts;
  return { machineArn: `${prefix}:stateMachine:${machineName}`, name };
}
