import { expect, it } from 'vitest';
import type { CaseView } from '../../workflows/shared/case.ts';
import { alteredAssembly, logicalId, withoutAction } from './altered-assembly.ts';
import { decideAll, readCase, submit } from './listing-certificate/steps.ts';
import { startPlatform } from './platform.ts';

/** There is no second description of the wiring: what the templates lack is lacking here too, and fails as on AWS. */

it('fails a case visibly where a permission is missing, with the words of AWS', async () => {
  const assembly = alteredAssembly('liangjiang-listing-certificate', (resources) =>
    withoutAction(resources, 'SignCertificateRole', 'kms:Sign'),
  );
  const platform = await startPlatform({ assembly });
  try {
    const enterprise = await platform.signIn('qiyuan');
    const submitted = await submit(platform, enterprise);
    await decideAll(platform, enterprise, submitted);

    expect((await readCase(enterprise, submitted)).status).toBe('FAILED');
    const office = await platform.signIn('office');
    const { body } = await office.get<CaseView>(`/v1/cases/${submitted.caseId}`);
    expect(body.failure?.cause).toMatch(/is not authorized to perform: kms:Sign on resource: arn:aws:kms:/);
  } finally {
    await platform.stop();
  }
});

it('refuses to start where a table that something names is missing', async () => {
  const assembly = alteredAssembly('liangjiang-data', (resources) => {
    delete resources[logicalId(resources, 'AWS::DynamoDB::GlobalTable', 'DeskTable')];
  });
  await expect(startPlatform({ assembly })).rejects.toThrow(/DeskTable/);
});

it('answers Not Found where a route is missing', async () => {
  const assembly = alteredAssembly('liangjiang-desk', (resources) => {
    const id = Object.keys(resources).find((one) => resources[one]?.Properties?.RouteKey === 'GET /v1/cases');
    delete resources[String(id)];
  });
  const platform = await startPlatform({ assembly });
  try {
    const enterprise = await platform.signIn('qiyuan');
    await expect(enterprise.get('/v1/cases')).rejects.toMatchObject({ problem: { message: 'Not Found' } });
    expect((await enterprise.get('/v1/listing-certificates/catalogue')).status).toBe(200);
  } finally {
    await platform.stop();
  }
});
