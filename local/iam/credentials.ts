import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Caller } from '../service.ts';

/** The access key of the engineer at the keyboard, who may do everything: `AWS_ACCESS_KEY_ID=local`. */
const ENGINEER_ACCESS_KEY_ID = 'local';

/**
 * Which access key belongs to which role. Within the machine the key alone says who calls; the secret is for what leaves it:
 * presigned URLs.
 */
export interface Credentials {
  /** The key a worker with that role is given. */
  accessKeyIdFor(roleArn: string): string;
  /** Who calls with that key; undefined when the key belongs to nobody. */
  callerOf(accessKeyId: string): Caller | undefined;
  /** The secret of a role's key; the engineer has none to sign with. */
  secretAccessKeyOf(accessKeyId: string): string | undefined;
}

/**
 * Keys as AWS gives them to roles (`ASIA...`), the same over restarts.
 *
 * @param seed the machine's own secret; without it secrets last as long as the process
 */
export function createCredentials(roleArns: readonly string[], seed: Buffer = randomBytes(32)): Credentials {
  const callers = new Map<string, Caller>([[ENGINEER_ACCESS_KEY_ID, { kind: 'engineer' }]]);
  for (const roleArn of roleArns) callers.set(keyOf(roleArn), { kind: 'role', roleArn });
  return {
    accessKeyIdFor: keyOf,
    callerOf: (accessKeyId) => callers.get(accessKeyId),
    secretAccessKeyOf: (accessKeyId) =>
      callers.get(accessKeyId)?.kind === 'role'
        ? createHmac('sha256', seed).update(accessKeyId).digest('base64url').slice(0, 40)
        : undefined,
  };
}

function keyOf(roleArn: string): string {
  return `ASIA${createHash('sha256').update(roleArn).digest('hex').slice(0, 16).toUpperCase()}`;
}
