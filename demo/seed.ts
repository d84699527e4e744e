import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the demonstration data. */
export function demonstrationData<T>(file: string): T {
  const path = join(import.meta.dirname, '..', 'seeds', 'demonstration', file);
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
