import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { PublicCertificate } from '../workflows/listing-certificate/public-certificate.ts';
import { step } from './table.ts';

/** Verifies a credential as an outsider would: against the published key and nothing else. Throws where it does not hold. */
export async function verifyCredential(origin: string, credentialJwt: string): Promise<void> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', origin));
  const { payload, protectedHeader } = await jwtVerify(credentialJwt, keys, { typ: 'vc+jwt' });
  step(
    `the signature holds: ${protectedHeader.alg}, key ${protectedHeader.kid?.slice(0, 12)}..., issuer ${(payload.issuer as { id: string }).id}`,
  );
}

/** What anybody sees who has only the number, and who has the code on the paper too. */
export async function askThePublicPage(origin: string, statusPage: URL): Promise<void> {
  for (const query of ['', statusPage.search]) {
    const reply = await fetch(
      `${origin}${statusPage.pathname.replace('/verify/', '/v1/certificates/')}${query}`,
    );
    if (!reply.ok) throw new Error(`public verification answered ${reply.status}`);
    const seen = (await reply.json()) as PublicCertificate;
    const known = query ? 'number and code' : 'number alone';
    step(`public verification by ${known}: ${seen.status}, ${seen.applicant.name} ${seen.applicant.uscc}`);
  }
}
