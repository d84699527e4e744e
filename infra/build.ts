import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPortal, isPortalBuilt } from './build-portal.ts';
import { BUNDLES, ROOT } from './bundles.ts';
import { sourcesHash } from './sources-hash.ts';

/**
 * `node infra/build.ts`: bundles the Lambdas, builds the portal and synthesizes the templates into cdk.out, each only when a source
 * changed since the last time (by content hash), so that `npm start` is quick. `--force` builds all the same
 * and checks the templates, as deploying and the tests do.
 */
const ASSEMBLY = join(ROOT, 'cdk.out');
const STAMP = join(ASSEMBLY, 'sources.sha256');
const SOURCES = [
  'workflows/**/*',
  'functions/**/*',
  'seeds/**/*',
  'infra/**/*',
  'portal/**/*',
  'package-lock.json',
  'cdk.json',
];

function isUpToDate(hash: string): boolean {
  return existsSync(BUNDLES) && isPortalBuilt() && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

const hash = sourcesHash(SOURCES);
const isForced = process.argv.includes('--force');
if (isForced || !isUpToDate(hash)) {
  const startedMs = performance.now();
  rmSync(ASSEMBLY, { recursive: true, force: true });
  // Vite and esbuild are processes of their own; meanwhile this one loads CDK.
  const built = isForced || !isPortalBuilt() ? buildPortal() : undefined;
  const { bundleFunctions } = await import('./bundle-functions.ts');
  const { WORKFLOWS } = await import('../workflows/index.ts');
  const bundled = bundleFunctions(WORKFLOWS);
  const { platform, uncheckedPlatform } = await import('./platform.ts');
  await Promise.all([built, bundled]);
  (isForced ? platform : uncheckedPlatform)({ outdir: ASSEMBLY }).synth();
  writeFileSync(STAMP, hash);
  console.log(`Built and synthesized in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
}
