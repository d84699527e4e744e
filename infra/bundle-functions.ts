import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { FunctionSpec } from '../workflows/shared/workflow.ts';
import { BUNDLES, ROOT } from './bundles.ts';
import { ownSourceMaps } from './own-source-maps.ts';

/** In CommonJS there is no import.meta; what finds its files beside itself finds them beside the bundle. */
const MODULE_URL_BANNER = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;";
/** Noto Sans SC of Google Fonts (OFL-1.1): the certificate's typeface. */
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];
const COLOUR_PROFILE = 'sRGB_IEC61966_2_1.icc';

/**
 * Bundles functions/<slice>/<name>.ts into BUNDLES/<slice>/<name>/index.cjs, all in one esbuild run. CommonJS, because an ES module
 * that imports node:http has Node.js read its every export, of which WebSocket loads undici: a quarter of a cold start.
 */
export async function bundleFunctions(specs: readonly FunctionSpec[]): Promise<void> {
  rmSync(dirname(BUNDLES), { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: specs.map(({ slice, name }) => ({
      in: `functions/${slice}/${name}.ts`,
      out: `${slice}/${name}/index`,
    })),
    outdir: BUNDLES,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
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
  for (const spec of specs)
    if (spec.assets?.includes('fonts')) {
      copyFonts(join(BUNDLES, spec.slice, spec.name, 'fonts'));
      copyColourProfile(join(BUNDLES, spec.slice, spec.name, 'data'));
    }
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
