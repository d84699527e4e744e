import { isDeepStrictEqual } from 'node:util';
import { Refusal } from './person.ts';

/** Ends the demonstration where something is not as it should be, and says what was expected. */
export function expectToSee<T>(what: string, seen: unknown, expected: T): asserts seen is T {
  if (isDeepStrictEqual(seen, expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`);
}

/** What has to be there. */
export function found<T>(what: string, seen: T | undefined): T {
  if (seen === undefined) throw new Error(`${what}: expected, but it is not there`);
  return seen;
}

/** What the platform has to refuse, with this status. */
export async function expectRefusal(
  what: string,
  status: number,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return expectToSee(what, error.problem.status, status);
  }
  throw new Error(`${what}: expected a refusal with ${status}, but it was done`);
}
