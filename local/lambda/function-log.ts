import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** Takes the output of functions; each function has a file of its own. */
export interface FunctionLog {
  write(functionName: string, text: string): void;
  /** Where the function's output is, for messages; undefined when it is not kept. */
  pathOf(functionName: string): string | undefined;
}

/** A file that is longer is put aside as `.1`, over the one that was put aside before. */
const LONGEST_FILE_BYTES = 10 * 1024 * 1024;

interface OpenFile {
  readonly stream: WriteStream;
  bytes: number;
}

/** Appends to `<directory>/<function>.log`; without a directory nothing is kept. */
export function openFunctionLog(directory: string | undefined): FunctionLog {
  if (directory === undefined) return { write: () => {}, pathOf: () => undefined };
  mkdirSync(directory, { recursive: true });
  const pathOf = (functionName: string) => join(directory, `${functionName}.log`);
  const files = new Map<string, OpenFile>();
  return {
    pathOf,
    write(functionName, text) {
      const path = pathOf(functionName);
      const file = files.get(functionName) ?? openFile(path);
      files.set(functionName, file);
      file.stream.write(text);
      file.bytes += Buffer.byteLength(text);
      // A stream opens its file a moment later.
      if (file.bytes <= LONGEST_FILE_BYTES || !existsSync(path)) return;
      // What the old stream still has to write goes to the file it has open, whatever its name.
      file.stream.end();
      renameSync(path, `${path}.1`);
      files.delete(functionName);
    },
  };
}

function openFile(path: string): OpenFile {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const stream = createWriteStream(path, { flags: 'a' });
  // A log that cannot be written must not stop the work it tells of.
  stream.on('error', () => {});
  return { stream, bytes };
}
