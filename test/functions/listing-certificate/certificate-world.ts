import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { renderReport } from '../../../functions/listing-certificate/render-report.ts';
import { reportFonts } from '../../../functions/listing-certificate/report/fonts.ts';
import { signCertificate } from '../../../functions/listing-certificate/sign-certificate.ts';
import { certificateStore } from '../../../functions/listing-certificate/store/certificate-store.ts';
import { signingKey } from '../../../functions/shared/client/signing-key.ts';
import { committer } from '../../../functions/shared/store/write.ts';
import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import { kmsKey } from '../shared/client/kms-key.ts';
import { sampleFacts } from './sample-facts.ts';

const BASE_URL = 'http://localhost:4700';

/** Certificates on a real database, a key as KMS has it, and a bucket in memory. */
export function certificateWorld(db: DynamoDBDocumentClient) {
  const bucket = new Map<string, Uint8Array>();
  const { kms, asked } = kmsKey();
  const services = {
    certificates: certificateStore(db, 'CertificateTable'),
    signingKey: signingKey(kms, 'a-key'),
    publicBaseUrl: BASE_URL,
    fonts: reportFonts(),
    documents: {
      put: async ({ key, bytes }: { key: string; bytes: Uint8Array }) => void bucket.set(key, bytes),
      async read(key: string) {
        const bytes = bucket.get(key);
        if (!bytes) throw new Error(`no object ${key}`);
        return bytes;
      },
    },
  };
  const commit = committer(db);
  const numbered = async (overrides: Partial<CertificateFacts> = {}): Promise<CertificateFacts> => {
    const unique = { number: `LJHG-2026-${randomUUID()}`, caseId: randomUUID() };
    const facts = { ...sampleFacts(), ...unique, ...overrides };
    await commit(services.certificates.putFacts(facts));
    return facts;
  };
  return {
    services,
    bucket,
    asked,
    numbered,
    /** Numbered, signed, printed and published, as the machine does it. */
    async issued(overrides: Partial<CertificateFacts> = {}): Promise<CertificateFacts> {
      const facts = await numbered(overrides);
      await signCertificate(facts, services);
      await renderReport(facts, services);
      await commit([services.certificates.publish(facts.number, facts.issuedAt)]);
      return facts;
    },
  };
}
