import type { Programme } from '../programme.ts';
import type { ProgrammeRecord } from './record.ts';

/** The published versions, oldest first, each with what closes the programme by rule. */
export function publishedVersions({ versions, closure }: ProgrammeRecord): Programme[] {
  return versions
    .filter(({ state }) => state === 'PUBLISHED')
    .map(({ programme }) => closedWith(programme, closure))
    .sort((one, other) => one.effectiveOn.localeCompare(other.effectiveOn));
}

/** The published version that holds on a local date. */
export function programmeOn(record: ProgrammeRecord, onDate: string): Programme | undefined {
  return publishedVersions(record).findLast(({ effectiveOn }) => effectiveOn <= onDate);
}

/** A version may name its own end; the earlier of the two counts. */
function closedWith(programme: Programme, closure: ProgrammeRecord['closure']): Programme {
  const { closedByRule } = programme;
  if (closure === undefined || (closedByRule && closedByRule.lastGrantOn <= closure.lastGrantOn))
    return programme;
  const { closedAt: _, ...byOffice } = closure;
  return { ...programme, closedByRule: byOffice };
}
