import { createECDH, createHash, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';

/** Order of the group of P-256 (SEC 2, section 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** A P-256 key that answers as KMS does: public key as SPKI, signature over a SHA-256 digest as DER. */
export function kmsKey() {
  const { privateKey, publicKey } = keyPair();
  const asked = { publicKeys: 0, signatures: 0 };
  const mock = mockClient(KMSClient);
  mock.on(GetPublicKeyCommand).callsFake(() => {
    asked.publicKeys += 1;
    return { PublicKey: publicKey.export({ type: 'spki', format: 'der' }) };
  });
  mock.on(SignCommand).callsFake((input) => {
    asked.signatures += 1;
    if (input.MessageType !== 'DIGEST') throw new Error(`unexpected message type ${input.MessageType}`);
    return { Signature: signDigest(privateKey, input.Message) };
  });
  return { kms: mock as unknown as KMSClient, asked };
}

function keyPair(): { privateKey: bigint; publicKey: KeyObject } {
  const privateKey = scalar();
  const point = multiplyBase(privateKey);
  const coordinate = (start: number) => point.subarray(start, start + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  return { privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** FIPS 186-5, section 6.4.1: node:crypto signs messages only, KMS signs digests. */
function signDigest(privateKey: bigint, digest: Uint8Array): Buffer {
  const k = scalar();
  const r = bigint(multiplyBase(k).subarray(1, 33)) % ORDER;
  const s = (inverse(k) * (bigint(digest) + r * privateKey)) % ORDER;
  const integers = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.from([0x30, integers.length]), integers]);
}

const bigint = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytes32 = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const scalar = () => (bigint(createHash('sha256').update(randomBytes(32)).digest()) % (ORDER - 1n)) + 1n;

function multiplyBase(value: bigint): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(bytes32(value));
  return curve.getPublicKey();
}

/** Fermat: the order is prime. */
function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value, ORDER - 2n];
  for (; exponent > 0n; exponent >>= 1n, base = (base * base) % ORDER)
    if (exponent & 1n) result = (result * base) % ORDER;
  return result;
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
}
