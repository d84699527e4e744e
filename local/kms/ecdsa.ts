import { createHash } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import type { Key } from './key-store.ts';

export type MessageType = 'RAW' | 'DIGEST';

/*
 * KMS signs a digest as it is given, and node:crypto only signs what it has hashed itself; hence a library for the curve.
 * KMS does not ask for the low form of s, so neither is it asked for here.
 */
const AS_GIVEN = { prehash: false, format: 'der', lowS: false } as const;

/** ECDSA_SHA_256 over a message or its digest; ASN.1 DER. */
export function sign(key: Key, message: Buffer, type: MessageType): Buffer {
  const { d = '' } = key.privateKey.export({ format: 'jwk' });
  return Buffer.from(p256.sign(digestOf(message, type), Buffer.from(d, 'base64url'), AS_GIVEN));
}

/** Whether the DER signature is the key's over the message or digest. */
export function verify(key: Key, message: Buffer, type: MessageType, signature: Buffer): boolean {
  const { x = '', y = '' } = key.publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  try {
    return p256.verify(signature, digestOf(message, type), point, AS_GIVEN);
  } catch {
    return false; // not a DER signature at all
  }
}

function digestOf(message: Buffer, type: MessageType): Uint8Array {
  return type === 'DIGEST' ? message : createHash('sha256').update(message).digest();
}
