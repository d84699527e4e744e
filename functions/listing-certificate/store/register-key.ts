import { createHash } from 'node:crypto';

export interface RegisterKey {
  readonly pk: string;
  readonly sk: string;
}

/**
 * The records of a load lie in so many partitions, by a hash of the USCC: a lookup knows its partition, and to sweep a load is
 * to go through these and no others.
 */
export const SHARDS = 64;

/** Keys of RegisterTable (docs/access-patterns.md). */
export const REGISTER_KEY = {
  department: (departmentId: string) => `department#${departmentId}`,
  head: (departmentId: string): RegisterKey => ({ pk: REGISTER_KEY.department(departmentId), sk: 'head' }),
  settings: (departmentId: string): RegisterKey => ({
    pk: REGISTER_KEY.department(departmentId),
    sk: 'settings',
  }),
  chain: (departmentId: string): RegisterKey => ({ pk: REGISTER_KEY.department(departmentId), sk: 'audit' }),
  load: (departmentId: string, loadId: string): RegisterKey => ({
    pk: REGISTER_KEY.department(departmentId),
    sk: LOAD_PREFIX + loadId,
  }),
  shard: (departmentId: string, loadId: string, shard: number) =>
    `records#${departmentId}#${loadId}#${String(shard).padStart(2, '0')}`,
  record: (departmentId: string, loadId: string, uscc: string, rest: string): RegisterKey => ({
    pk: REGISTER_KEY.shard(departmentId, loadId, shardOf(uscc)),
    sk: `${uscc}#${rest}`,
  }),
  /** Padded so that the order of keys is the order of lines. */
  faults: (departmentId: string, loadId: string, line: number): RegisterKey => ({
    pk: REGISTER_KEY.faultsOf(departmentId, loadId),
    sk: String(line).padStart(8, '0'),
  }),
  faultsOf: (departmentId: string, loadId: string) => `faults#${departmentId}#${loadId}`,
} as const;

export const LOAD_PREFIX = 'load#';

function shardOf(uscc: string): number {
  return createHash('sha256').update(uscc).digest().readUInt8(0) % SHARDS;
}
