import { createRemoteJWKSet, type JWTHeaderParameters, jwtVerify } from 'jose';
import type { PublicCertificate } from '../workflows/listing-certificate/public-certificate.ts';

/** Verifies a credential as an outsider would: against the published key and nothing else. Throws where it does not hold. */
export async function verifyCredential(
  origin: string,
  credentialJwt: string,
): Promise<{ header: JWTHeaderParameters; issuer: string }> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', origin));
  const { payload, protectedHeader } = await jwtVerify(credentialJwt, keys, { typ: 'vc+jwt' });
  return { header: protectedHeader, issuer: (payload.issuer as { id: string }).id };
}

/** What anybody sees of a certificate; with the code on the paper, everything. */
export async function publicCertificate(
  origin: string,
  number: string,
  code?: string | null,
): Promise<PublicCertificate> {
  const query = code ? `?code=${encodeURIComponent(code)}` : '';
  const reply = await fetch(`${origin}/v1/certificates/${number}${query}`);
  if (!reply.ok) throw new Error(`public verification answered ${reply.status}`);
  return (await reply.json()) as PublicCertificate;
}
