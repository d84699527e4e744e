import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Font, openSync } from 'fontkit';

/** The two weights of the report, parsed once per Lambda environment (10 MB each). */
export interface ReportFonts {
  readonly regular: Font;
  readonly bold: Font;
}

let opened: ReportFonts | undefined;

export function reportFonts(): ReportFonts {
  opened ??= {
    regular: openFont('400Regular', 'NotoSansSC_400Regular.ttf'),
    bold: openFont('700Bold', 'NotoSansSC_700Bold.ttf'),
  };
  return opened;
}

function openFont(weight: string, file: string): Font {
  const font = openSync(fontPath(weight, file));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts, one font is expected`);
  return font;
}

/** Beside the bundle in fonts/, where the build copied it; in the npm package when run from source. */
function fontPath(weight: string, file: string): string {
  const besideTheBundle = fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
  if (existsSync(besideTheBundle)) return besideTheBundle;
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${weight}/${file}`);
}
