import { appendFile, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the output of functions; each function has a file of its own. */
export interface FunctionLog {
  write(functionName: string, text: string): void;
  /** Where the function's output is, for messages; undefined when it is not kept. */
  pathOf(functionName: string): string | undefined;
}

/** A file that is longer is put aside as `.1`, over the one that was put aside before. */
const LONGEST_FILE_BYTES = 10 * 1024 * 1024;

/** Appends to `<directory>/<function>.log`; without a directory nothing is kept. */
export function openFunctionLog(directory: string | undefined): FunctionLog {
  if (directory === undefined) return { write: () => {}, pathOf: () => undefined };
  mkdirSync(directory, { recursive: true });
  const pathOf = (functionName: string) => join(directory, `${functionName}.log`);
  const pending = new Map<string, string>();

  const flush = (functionName: string) => {
    const text = pending.get(functionName) ?? '';
    if (text === '') {
      pending.delete(functionName);
      return;
    }
    pending.set(functionName, '');
    const path = pathOf(functionName);
    putAsideWhenLong(path);
    // A log that cannot be written must not stop the work it tells of.
    appendFile(path, text, () => flush(functionName));
  };
  return {
    pathOf,
    write(functionName, text) {
      const before = pending.get(functionName);
      pending.set(functionName, (before ?? '') + text);
      if (before === undefined) flush(functionName);
    },
  };
}

function putAsideWhenLong(path: string): void {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > LONGEST_FILE_BYTES) renameSync(path, `${path}.1`);
}
