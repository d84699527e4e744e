import { expect, it } from 'vitest';
import { alteredAssembly, withoutAction } from '../altered-assembly.ts';
import { startPlatform } from '../platform.ts';
import { decideAll, readCase, submit } from './steps.ts';

it('makes a failure visible even where the machine cannot record it', async () => {
  const unsigned = alteredAssembly('liangjiang-listing-certificate', (resources) =>
    withoutAction(resources, 'SignCertificateRole', 'kms:Sign'),
  );
  const assembly = alteredAssembly(
    'liangjiang-desk',
    (resources) => withoutAction(resources, 'RecordFailureRole', 'dynamodb:PutItem'),
    unsigned,
  );
  const platform = await startPlatform({ assembly });
  try {
    const enterprise = await platform.signIn('qiyuan');
    const submitted = await submit(platform, enterprise);
    await decideAll(platform, enterprise, submitted);
    expect(await readCase(enterprise, submitted)).toMatchObject({ status: 'FAILED' });
  } finally {
    await platform.stop();
  }
});
