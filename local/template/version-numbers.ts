import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** Gives each new version of a function or state machine the next number, and remembers it over restarts. */
export interface VersionNumbers {
  of(parent: string, identity: string): number;
}

const ledger = z.record(z.string(), z.array(z.string()));

/**
 * @param file where the numbers are kept (`.local/versions.json`); without it they last as long as the process
 * @throws Error that names the file when it is not what this wrote
 */
export function openVersionNumbers(file?: string): VersionNumbers {
  const known = file === undefined ? {} : read(file);
  return {
    of(parent, identity) {
      const identities = known[parent] ?? [];
      const index = identities.indexOf(identity);
      if (index >= 0) return index + 1;
      known[parent] = [...identities, identity];
      if (file !== undefined) write(file, known);
      return identities.length + 1;
    },
  };
}

function read(file: string): Record<string, string[]> {
  try {
    return ledger.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}, the numbers of versions, cannot be read: ${reason}`, { cause: error });
  }
}

function write(file: string, known: Readonly<Record<string, string[]>>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(known, undefined, 2));
  renameSync(`${file}.new`, file);
}
