import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { derToJose } from 'ecdsa-sig-formatter';
import { calculateJwkThumbprint, type JWK } from 'jose';

/** A public key as /.well-known/jwks.json publishes it. `kid` is its thumbprint (RFC 7638), so it never needs storing. */
export type PublicJwk = JWK & { readonly kid: string; readonly alg: 'ES256'; readonly use: 'sig' };

/** The key that signs results: P-256 in KMS, which keeps the private half. */
export interface SigningKey {
  /** Asked once per Lambda environment: a KMS key pair never changes, a new key is a new key id. */
  publicJwk(): Promise<PublicJwk>;
  /** A compact JWS (RFC 7515) over the JSON of `payload`, ES256, with `kid` in the header. */
  signJwt(header: Readonly<Record<string, string>>, payload: unknown): Promise<string>;
}

export function signingKey(kms: KMSClient, keyId: string): SigningKey {
  let asked: Promise<PublicJwk> | undefined;
  const publicJwk = () => {
    asked ??= fetchPublicJwk(kms, keyId).catch((error: unknown) => {
      asked = undefined; // a passing fault must not be remembered
      throw error;
    });
    return asked;
  };

  return {
    publicJwk,
    async signJwt(header, payload) {
      const { kid, alg } = await publicJwk();
      const signingInput = `${base64url(JSON.stringify({ alg, kid, ...header }))}.${base64url(JSON.stringify(payload))}`;
      // KMS takes messages up to 4096 bytes; a longer one is signed by its digest.
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          SigningAlgorithm: 'ECDSA_SHA_256',
          MessageType: 'DIGEST',
          Message: createHash('sha256').update(signingInput).digest(),
        }),
      );
      if (!Signature) throw new Error('KMS answered Sign without a signature');
      // KMS answers ASN.1 DER, JWS wants r and s side by side (RFC 7518, section 3.4).
      return `${signingInput}.${derToJose(Buffer.from(Signature), alg)}`;
    },
  };
}

async function fetchPublicJwk(kms: KMSClient, keyId: string): Promise<PublicJwk> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (!PublicKey) throw new Error('KMS answered GetPublicKey without a key');
  const spki = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  const { kty, crv, x, y } = spki.export({ format: 'jwk' }) as JWK;
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined)
    throw new Error(`The signing key is ${kty} ${crv}, but ES256 needs EC P-256`);
  const jwk = { kty, crv, x, y };
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');
