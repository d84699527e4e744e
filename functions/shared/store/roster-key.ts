import type { Key } from './desk-key.ts';

export const ROSTER_CHANGE_PREFIX = 'change#';

/** A department's roster and what was changed in it lie together in DeskTable. */
export const ROSTER_KEY = {
  roster: (departmentId: string): Key => ({ pk: `roster#${departmentId}`, sk: 'roster' }),
  /** Padded so that the order of keys is the order of changes. */
  change: (departmentId: string, version: number): Key => ({
    pk: `roster#${departmentId}`,
    sk: `${ROSTER_CHANGE_PREFIX}${String(version).padStart(9, '0')}`,
  }),
} as const;
