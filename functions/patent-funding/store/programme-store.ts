import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import { shippedProgrammes } from './programmes.ts';

/** Programmes by version. A case keeps the version it was accepted under. */
export interface ProgrammeStore {
  /** The version in effect on a local date; undefined where there is none. */
  inEffect(programmeId: string, onDate: string): Promise<Programme | undefined>;
  /** @throws a defect where there is no such version: published versions stay */
  version(programmeId: string, version: string): Promise<Programme>;
}

export function programmeStore(): ProgrammeStore {
  const versionsOf = (id: string) => shippedProgrammes().filter(({ programmeId }) => programmeId === id);
  return {
    async inEffect(programmeId, onDate) {
      return versionsOf(programmeId)
        .filter(({ effectiveOn }) => effectiveOn <= onDate)
        .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
        .at(-1);
    },
    async version(programmeId, version) {
      const found = versionsOf(programmeId).find((one) => one.version === version);
      if (found === undefined) throw new Error(`There is no version ${version} of ${programmeId}`);
      return found;
    },
  };
}
