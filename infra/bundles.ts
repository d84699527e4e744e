import { join } from 'node:path';

/** The project's own folder. */
export const ROOT = join(import.meta.dirname, '..');
/** Where the build puts one folder per Lambda: BUNDLES/<slice>/<name>/index.cjs. */
export const BUNDLES = join(ROOT, 'dist', 'functions');
