import { writeFileSync } from 'node:fs';
import { renderFeatures } from './render.ts';

/** `node local/features/write.ts` writes local/FEATURES.md. */
writeFileSync(new URL('../FEATURES.md', import.meta.url), renderFeatures());
