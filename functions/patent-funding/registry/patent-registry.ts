import type { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';

/** The registry of patents, wherever it is: a file that was loaded, or the service of whoever keeps it. */
export interface PatentRegistry {
  /** What it knows of these patents, by canonical number. @throws RegistryUnreachableError */
  find(numbers: readonly string[]): Promise<ReadonlyMap<string, RegistryRecord>>;
}

/** Nobody answers, or not in time. No failure of the case: it waits and asks again. Never leaves the step. */
export class RegistryUnreachableError extends Error {
  override readonly name = 'RegistryUnreachableError';
}
