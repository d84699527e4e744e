import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, ROOT } from './bundles.ts';

/**
 * `node infra/build.ts`: bundles the Lambdas and synthesizes the templates into cdk.out, both only when a source changed
 * since the last time (by content hash), so that `npm start` is quick. `--force` builds all the same
 * and checks the templates, as deploying and the tests do.
 */
const ASSEMBLY = join(ROOT, 'cdk.out');
const STAMP = join(ASSEMBLY, 'sources.sha256');
const SOURCES = [
  'workflows/**/*',
  'functions/**/*',
  'seeds/**/*',
  'infra/**/*',
  'package-lock.json',
  'cdk.json',
];

function sourcesHash(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function isUpToDate(hash: string): boolean {
  return existsSync(BUNDLES) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

const hash = sourcesHash();
const isForced = process.argv.includes('--force');
if (isForced || !isUpToDate(hash)) {
  const startedMs = performance.now();
  rmSync(ASSEMBLY, { recursive: true, force: true });
  const { bundleFunctions } = await import('./bundle-functions.ts');
  const { WORKFLOWS } = await import('../workflows/index.ts');
  // esbuild is a process of its own; meanwhile this one loads CDK.
  const bundled = bundleFunctions(WORKFLOWS);
  const { platform, uncheckedPlatform } = await import('./platform.ts');
  await bundled;
  (isForced ? platform : uncheckedPlatform)({ outdir: ASSEMBLY }).synth();
  writeFileSync(STAMP, hash);
  console.log(`Built and synthesized in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
}
