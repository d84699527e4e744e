import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FunctionSpec } from './function-spec.ts';

/**
 * Copies the code of functions into a directory of the runtime, so that what runs stays what was started when the app is built
 * again meanwhile. Assets have their content's hash as name: what is there already is the same. Code of earlier starts goes.
 */
export function keepCode(functions: readonly FunctionSpec[], directory: string): readonly FunctionSpec[] {
  mkdirSync(directory, { recursive: true });
  const kept = functions.map((spec) => ({
    ...spec,
    codeDirectory: join(directory, basename(spec.codeDirectory)),
  }));
  const wanted = new Set(kept.map((spec) => basename(spec.codeDirectory)));
  for (const name of readdirSync(directory)) {
    if (!wanted.has(name)) rmSync(join(directory, name), { recursive: true, force: true });
  }
  for (const [index, { codeDirectory }] of kept.entries()) {
    const source = functions[index]?.codeDirectory;
    if (source !== undefined && !existsSync(codeDirectory)) copyWhole(source, codeDirectory);
  }
  return kept;
}

/** A copy that was cut off is not taken for the whole: it has its name only at the end. */
function copyWhole(source: string, target: string): void {
  const draft = `${target}.draft`;
  cpSync(source, draft, { recursive: true });
  renameSync(draft, target);
}
