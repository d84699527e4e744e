import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { FunctionSpec } from '../workflows/shared/workflow.ts';
import { BUNDLES, ROOT } from './bundles.ts';

/** CommonJS dependencies inside an ESM bundle still call `require`. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
/** Noto Sans SC of Google Fonts (OFL-1.1): the certificate's typeface. */
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];
const COLOUR_PROFILE = 'sRGB_IEC61966_2_1.icc';

/** Bundles functions/<slice>/<name>.ts into BUNDLES/<slice>/<name>/index.mjs, all in one esbuild run. */
export async function bundleFunctions(specs: readonly FunctionSpec[]): Promise<void> {
  rmSync(BUNDLES, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: specs.map(({ slice, name }) => ({
      in: `functions/${slice}/${name}.ts`,
      out: `${slice}/${name}/index`,
    })),
    outdir: BUNDLES,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE_BANNER },
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
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
