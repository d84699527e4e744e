import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';

/** A CommonJS module that was run. */
export interface CommonJsModule {
  readonly exports: unknown;
  /** Keeps what V8 compiled until now, for the next thread that loads the file, unless something is kept already. */
  keepCompiled(): void;
}

/**
 * Runs a CommonJS file as Node.js does, with the code that V8 compiled the last time. Node.js has a cache of its own, but puts into it
 * only what is compiled before the first line runs: of a bundle whose modules are functions, next to nothing. A third of a cold start.
 * The functions of a bundle share what the first of them had compiled, which is most of what the others need: one file each would
 * be 1.7 MB for every function, written when it first runs.
 */
export function runCommonJs(file: string, cacheFolder: string): CommonJsModule {
  const source = readFileSync(file, 'utf8');
  // V8 itself compares no more of the source than its length.
  const name = createHash('sha256').update(source).digest('hex');
  const cacheFile = join(cacheFolder, `${name}.${process.version}`);
  const cachedData = existsSync(cacheFile) ? readFileSync(cacheFile) : undefined;
  const script = new Script(Module.wrap(source), {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  });
  const made = new Module(file);
  made.filename = file;
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run.call(made.exports, made.exports, createRequire(file), made, file, dirname(file));
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: made.exports,
    keepCompiled() {
      if (isKept) return;
      try {
        replaceFile(cacheFile, script.createCachedData());
      } catch {
        // A full disk costs the next thread some time, and this one nothing.
      }
    },
  };
}

/** Another thread or process may read or write it at the same moment. */
function replaceFile(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.${performance.now()}`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
