import { writeFileSync } from 'node:fs';
import { renderFeatures } from './render.ts';

/** `npm run features` writes local/FEATURES.md. */
writeFileSync(new URL('../FEATURES.md', import.meta.url), renderFeatures());
