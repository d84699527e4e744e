import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { FunctionSpec, Workflow } from '../workflows/shared/workflow.ts';
import { BUNDLES, bundleOf, ROOT } from './bundles.ts';
import { ownSourceMaps } from './own-source-maps.ts';

/** In CommonJS there is no import.meta; what finds its files beside itself finds them beside the bundle. */
const MODULE_URL_BANNER = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;";
/** Noto Sans SC of Google Fonts (OFL-1.1): the certificate's typeface. */
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];
const COLOUR_PROFILE = 'sRGB_IEC61966_2_1.icc';
/** The files esbuild starts from. */
const ENTRIES = join(ROOT, 'dist', 'entries');
/** What V8 compiled of the bundles before (test/scenarios/platform.ts). */
const COMPILED = join(ROOT, 'dist', 'compiled');

/**
 * Bundles the functions of each workflow into BUNDLES/<bundle>/index.cjs, all in one esbuild run: they have most of their code in
 * common, which is linked, hashed and copied once and not once per function. CommonJS, and import() as require, because
 * importing node:http has Node.js read its every export, of which WebSocket loads undici: a quarter of a cold start.
 */
export async function bundleFunctions(workflows: readonly Workflow[]): Promise<void> {
  for (const stale of [BUNDLES, ENTRIES, COMPILED]) rmSync(stale, { recursive: true, force: true });
  mkdirSync(ENTRIES, { recursive: true });
  const bundles = Map.groupBy(
    workflows.flatMap((workflow) => workflow.functions.map((spec) => ({ workflow: workflow.name, spec }))),
    ({ workflow, spec }) => bundleOf(workflow, spec),
  );
  for (const [bundle, functions] of bundles) {
    writeFileSync(entryFile(bundle), entry(functions.map(({ spec }) => spec)));
    if (functions.some(({ spec }) => spec.assets?.includes('fonts'))) {
      copyFonts(join(BUNDLES, bundle, 'fonts'));
      copyColourProfile(join(BUNDLES, bundle, 'data'));
    }
  }
  await build({
    absWorkingDir: ROOT,
    entryPoints: [...bundles.keys()].map((bundle) => ({ in: entryFile(bundle), out: `${bundle}/index` })),
    outdir: BUNDLES,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    banner: { js: MODULE_URL_BANNER },
    define: { 'import.meta.url': '__moduleUrl' },
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [ownSourceMaps],
  });
}

const entryFile = (bundle: string) => join(ENTRIES, `${bundle}.cjs`);

/** One getter per function, by its name, so that a Lambda loads the modules of its own handler and no others. */
function entry(specs: readonly FunctionSpec[]): string {
  const getters = specs.map(({ slice, name }) => {
    const file = JSON.stringify(join(ROOT, 'functions', slice, `${name}.ts`));
    return `  get '${name}'() { return require(${file}).handler; },\n`;
  });
  return `module.exports = {\n${getters.join('')}};\n`;
}
function copyFonts(target: string): void {
  const packageFolder = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  mkdirSync(target, { recursive: true });
  for (const font of FONTS) cpSync(join(packageFolder, font), join(target, font.replace(/^.*\//, '')));
}

/** PDFKit reads the sRGB profile that PDF/A asks for from data/ beside its own code, which is the bundle. */
function copyColourProfile(target: string): void {
  const profiles = join(dirname(createRequire(import.meta.url).resolve('pdfkit')), 'data');
  mkdirSync(target, { recursive: true });
  cpSync(join(profiles, COLOUR_PROFILE), join(target, COLOUR_PROFILE));
}
