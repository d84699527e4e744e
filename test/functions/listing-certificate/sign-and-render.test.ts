import { importJWK, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../../functions/listing-certificate/render-report.ts';
import { signCertificate } from '../../../functions/listing-certificate/sign-certificate.ts';
import { useDatabase } from '../support/database.ts';
import { certificateWorld } from './certificate-world.ts';

const database = useDatabase();
let world: ReturnType<typeof certificateWorld>;
beforeAll(() => {
  world = certificateWorld(database.db());
});

describe('signing', () => {
  it('makes a credential that an outsider verifies against the published key', async () => {
    const facts = await world.numbered();

    await signCertificate({ number: facts.number }, world.services);

    const jwt = (await world.services.certificates.credentialOf(facts.number)) ?? '';
    const key = await importJWK(await world.services.signingKey.publicJwk(), 'ES256');
    const { payload, protectedHeader } = await jwtVerify(jwt, key, { typ: 'vc+jwt', algorithms: ['ES256'] });
    expect(protectedHeader).toMatchObject({ typ: 'vc+jwt', cty: 'vc', alg: 'ES256' });
    expect(payload).toMatchObject({
      type: ['VerifiableCredential', 'ListingComplianceCertificate'],
      id: `http://localhost:4700/verify/${facts.number}`,
      credentialSubject: { number: facts.number, applicant: facts.applicant },
    });
  });

  it('signs once: a retry finds the credential and asks KMS for nothing', async () => {
    const { number } = await world.numbered();
    await signCertificate({ number }, world.services);
    const before = { ...world.asked, credential: await world.services.certificates.credentialOf(number) };

    await signCertificate({ number }, world.services);

    const after = { ...world.asked, credential: await world.services.certificates.credentialOf(number) };
    expect(after).toEqual(before);
  });

  it('fails where there are no facts', async () => {
    await expect(signCertificate({ number: 'nobody' }, world.services)).rejects.toThrow(/no facts/);
  });
});

describe('printing', () => {
  it('stores a PDF whose hash and size the certificate knows', async () => {
    const { number } = await world.numbered();
    await signCertificate({ number }, world.services);

    await renderReport({ number }, world.services);

    const pdf = (await world.services.certificates.read(number))?.pdf;
    const bytes = Buffer.from(world.bucket.get(pdf?.key ?? '') ?? []);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf).toMatchObject({
      sizeBytes: bytes.byteLength,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(pdf?.key).toContain(pdf?.sha256);
  });

  it('prints once', async () => {
    const { number } = await world.numbered();
    await signCertificate({ number }, world.services);
    await renderReport({ number }, world.services);
    const objects = [...world.bucket.keys()];
    world.bucket.clear();

    await renderReport({ number }, world.services);

    expect(objects).not.toEqual([]);
    expect([...world.bucket.keys()]).toEqual([]);
  });

  it('stores one object when the step is killed after storing and runs again', async () => {
    const { number } = await world.numbered();
    await signCertificate({ number }, world.services);
    world.bucket.clear();
    const killed = {
      ...world.services.certificates,
      setPdfIfAbsent: () => Promise.reject(new Error('killed')),
    };
    await expect(renderReport({ number }, { ...world.services, certificates: killed })).rejects.toThrow(
      'killed',
    );

    await renderReport({ number }, world.services);

    expect([...world.bucket.keys()]).toHaveLength(1);
  });

  it('refuses what is not signed', async () => {
    const { number } = await world.numbered();

    await expect(renderReport({ number }, world.services)).rejects.toThrow(/not signed/);
  });
});
