import { createHash } from 'node:crypto';
import type { Caller } from '../service.ts';

/** The access key of the engineer at the keyboard, who may do everything: `AWS_ACCESS_KEY_ID=local`. */
export const ENGINEER_ACCESS_KEY_ID = 'local';

/** Which access key belongs to which role. Keys say who calls; on one machine nobody needs to be kept out by a secret. */
export interface Credentials {
  /** The key a worker with that role is given. */
  accessKeyIdFor(roleArn: string): string;
  /** Who calls with that key; undefined when the key belongs to nobody. */
  callerOf(accessKeyId: string): Caller | undefined;
}

/** Keys as AWS gives them to roles (`ASIA...`), the same over restarts. */
export function createCredentials(roleArns: readonly string[]): Credentials {
  const callers = new Map<string, Caller>([[ENGINEER_ACCESS_KEY_ID, { kind: 'engineer' }]]);
  for (const roleArn of roleArns) callers.set(keyOf(roleArn), { kind: 'role', roleArn });
  return { accessKeyIdFor: keyOf, callerOf: (accessKeyId) => callers.get(accessKeyId) };
}

function keyOf(roleArn: string): string {
  return `ASIA${createHash('sha256').update(roleArn).digest('hex').slice(0, 16).toUpperCase()}`;
}
