import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BUNDLES } from '../../infra/bundles.ts';

it('a function that calls AWS does so without loading undici', () => {
  const bundle = join(BUNDLES, 'listing-certificate', 'index.cjs');
  const code = `
    const handler = require(${JSON.stringify(bundle)})['plan-review'];
    handler({ caseId: 'LC-2026-000001' }, {}).catch(({ cause }) => {
      const loaded = process.moduleLoadList.filter((name) => /undici/.test(name));
      console.log(cause.code, loaded.length);
    });`;

  const output = execFileSync(process.execPath, ['-e', code], {
    encoding: 'utf8',
    env: {
      AWS_REGION: 'cn-north-1',
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
      // Nothing listens there.
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      CASE_TABLE: 'cases',
    },
  });

  expect(output.trim()).toBe('ECONNREFUSED 0');
});
