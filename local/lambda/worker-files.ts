import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The code of the worker threads as plain JavaScript. */
export interface WorkerFiles {
  readonly bootstrap: URL;
  /** Where V8 keeps what it compiled, so that the next worker of a function loads faster. */
  readonly compileCache: string;
  remove(): void;
}

const SOURCE = fileURLToPath(new URL('./worker/', import.meta.url));

/**
 * Strips the types of `worker/*.ts` once: every thread would do it again, at 30 ms each.
 *
 * @param directory where the files go and stay; without it, a temporary folder until `remove`
 * @param compileCache where V8 keeps what it compiled; without it, in the same folder
 */
export function prepareWorkerFiles(directory?: string, compileCache?: string): WorkerFiles {
  const target = directory ?? mkdtempSync(join(tmpdir(), 'lambda-worker-'));
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(SOURCE).filter((file) => file.endsWith('.ts'))) {
    const code = withoutExperimentalWarning(() =>
      stripTypeScriptTypes(readFileSync(join(SOURCE, name), 'utf8')),
    );
    const imports = code.replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.mjs'");
    writeFileSync(join(target, name.replace(/\.ts$/, '.mjs')), imports);
  }
  return {
    bootstrap: pathToFileURL(join(target, 'bootstrap.mjs')),
    compileCache: compileCache ?? join(target, 'compiled'),
    remove() {
      if (directory === undefined) rmSync(target, { recursive: true, force: true });
    },
  };
}

/** Node.js runs everything here by stripping types; that calling it by name is still experimental need not be told. */
function withoutExperimentalWarning<T>(action: () => T): T {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return action();
  } finally {
    process.emitWarning = emit;
  }
}
