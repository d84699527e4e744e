import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { notImplemented, S3Error } from './s3-error.ts';

/** The additional checksum of an object: algorithm in lower case and value in base64. */
export interface Checksum {
  readonly algorithm: string;
  readonly value: string;
}

const ALGORITHMS: Readonly<Record<string, (body: Buffer) => string>> = {
  crc32: (body) => uint32(crc32(body)),
  crc32c: (body) => uint32(crc32c(body)),
  sha1: (body) => createHash('sha1').update(body).digest('base64'),
  sha256: (body) => createHash('sha256').update(body).digest('base64'),
};

const CHECKSUM_HEADER = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

/**
 * Holds the body against every digest that came with it (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).
 * @param headers those of the request together with the trailers
 * @returns the checksum that is kept with the object; CRC32 when the client gave none (AWS then takes CRC64NVME)
 */
export function checkBody(body: Buffer, headers: Readonly<Record<string, string>>): Checksum {
  checkMd5(body, headers['content-md5']);
  checkPayloadHash(body, headers['x-amz-content-sha256']);
  for (const [name, value] of Object.entries(headers)) {
    const algorithm = CHECKSUM_HEADER.exec(name)?.[1];
    if (!algorithm) continue;
    const compute = ALGORITHMS[algorithm];
    if (!compute) throw notImplemented(`the checksum ${algorithm.toUpperCase()}`);
    if (compute(body) !== value) {
      const text = `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`;
      throw new S3Error('BadDigest', 400, text);
    }
    return { algorithm, value };
  }
  return { algorithm: 'crc32', value: uint32(crc32(body)) };
}

function checkMd5(body: Buffer, given: string | undefined): void {
  if (given !== undefined && createHash('md5').update(body).digest('base64') !== given) {
    throw new S3Error('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.');
  }
}

function checkPayloadHash(body: Buffer, given: string | undefined): void {
  if (given === undefined || !/^[0-9a-f]{64}$/.test(given)) return; // UNSIGNED-PAYLOAD and STREAMING-...
  if (createHash('sha256').update(body).digest('hex') !== given) {
    const text = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    throw new S3Error('XAmzContentSHA256Mismatch', 400, text);
  }
}

function uint32(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.toString('base64');
}

/** CRC-32 with the Castagnoli polynomial; node:zlib only has the other one. */
function crc32c(body: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of body) crc = (CASTAGNOLI[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return crc ^ 0xffffffff;
}

const CASTAGNOLI = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});
