import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SEEDS = join(import.meta.dirname, '..', 'seeds');

/** A file of seeds/, as it is. */
export function seedFile(file: string): Buffer {
  return readFileSync(join(SEEDS, file));
}

export function seed<T>(file: string): T {
  return JSON.parse(seedFile(file).toString('utf8')) as T;
}

/** A file of the demonstration data. */
export function demonstrationData<T>(file: string): T {
  return seed(join('demonstration', file));
}
