import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PORTAL, ROOT } from './bundles.ts';
import { sourcesHash } from './sources-hash.ts';

/** Beside the files and not among them: it is not for the bucket. */
const STAMP = `${PORTAL}.sha256`;
const hash = sourcesHash(['portal/**/*', 'workflows/**/*', 'package-lock.json']);

/** Whether the built portal is that of the present sources; it rests on the contracts of workflows/, too. */
export function isPortalBuilt(): boolean {
  return existsSync(PORTAL) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

/** Builds the portal into PORTAL. @throws with Vite's own words where a source is wrong */
export async function buildPortal(): Promise<void> {
  rmSync(STAMP, { force: true });
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', 'portal', '--logLevel', 'warn'], { cwd: ROOT });
  writeFileSync(STAMP, hash);
}
