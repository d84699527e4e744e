import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** An inline map without mappings, which esbuild takes as where the file comes from. */
const NOWHERE = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');
const WITHOUT_MAP = `\n//# sourceMappingURL=data:application/json;base64,${NOWHERE}`;

/**
 * Source maps of our own code only: a stack trace of ours is what they are for, and those of the packages are nine tenths of them, which
 * every build would make, hash and copy. From https://github.com/evanw/esbuild/issues/1685.
 */
export const ownSourceMaps: Plugin = {
  name: 'own-source-maps',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')) + WITHOUT_MAP,
      loader: 'default',
    }));
  },
};
