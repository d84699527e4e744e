import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BUNDLES } from '../../infra/bundles.ts';

it('a bundle with a client of AWS starts without loading undici', () => {
  const bundle = join(BUNDLES, 'listing-certificate', 'index.cjs');
  const code = `
    const handler = require(${JSON.stringify(bundle)})['plan-review'];
    const loaded = process.moduleLoadList.filter((name) => /undici/.test(name));
    console.log(typeof handler, loaded.length);`;

  const output = execFileSync(process.execPath, ['-e', code], {
    encoding: 'utf8',
    env: { AWS_REGION: 'cn-north-1' },
  });

  expect(output.trim()).toBe('function 0');
});
