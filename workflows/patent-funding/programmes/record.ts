import * as z from 'zod';
import { Programme, ProgrammeClosure } from '../programme.ts';

const Instant = z.iso.datetime({ offset: true });

/**
 * A version of a programme that the office made.
 *
 *     DRAFT --published--> PUBLISHED
 *
 * A draft may be written anew; what is published never changes, since cases were accepted under it.
 */
export const ProgrammeVersion = z.strictObject({
  programme: Programme,
  state: z.enum(['DRAFT', 'PUBLISHED']),
  /** Absent where it was shipped with the platform. */
  changedAt: Instant.optional(),
});
export type ProgrammeVersion = z.infer<typeof ProgrammeVersion>;

/** Everything there is of a programme. */
export const ProgrammeRecord = z.strictObject({
  programmeId: z.string(),
  /** Number of changes: every one writes an audit entry. */
  revision: z.int().nonnegative(),
  versions: z.array(ProgrammeVersion),
  /** It is closed by rule, for all versions. */
  closure: ProgrammeClosure.extend({ closedAt: Instant }).optional(),
});
export type ProgrammeRecord = z.infer<typeof ProgrammeRecord>;

/** The chain of audit entries about a programme: it is verified and exported like that of a case. */
export function programmeChainId(programmeId: string): string {
  return `programme-${programmeId}`;
}
