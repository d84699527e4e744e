import type { MachineType } from '../registry/machine-record.ts';

export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

export function machineArn({ partition, region, accountId }: Place, name: string): string {
  return `arn:${partition}:states:${region}:${accountId}:stateMachine:${name}`;
}

/** An Express execution's ARN ends with an id of its own, since its name need not be unique. */
export function executionArn(machine: string, type: MachineType, name: string, unique?: string): string {
  if (type === 'STANDARD') return `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
  return `${machine.replace(':stateMachine:', ':express:')}:${name}:${unique}`;
}

/** The machine's ARN and the execution's name, of a Standard execution. */
export function readExecutionArn(arn: string): { machineArn: string; name: string } | undefined {
  const parts = /^(arn:[\w-]+:states:[\w-]+:\d{12}):execution:([^:]+):([^:]+)$/.exec(arn);
  if (parts === null) return undefined;
  const [, prefix, machineName = '', name = ''] = parts;
  return { machineArn: `${prefix}:stateMachine:${machineName}`, name };
}
