import { createHash } from 'node:crypto';
import type { ServiceResponse } from '../service.ts';
import type { Bucket } from './bucket.ts';
import { checkBody } from './checksums.ts';
import { decodeChunkedBody } from './chunked-body.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';
import { noSuchKey, notImplemented, preconditionFailed, S3Error } from './s3-error.ts';

/** Headers that are kept with an object and come back with it. */
const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
/** Headers that would change what PutObject means. */
const REFUSED = ['x-amz-tagging', 'x-amz-write-offset-bytes', 'x-amz-website-redirect-location'];
const METADATA_LIMIT_BYTES = 2048;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export function putObject(
  store: ObjectStore,
  bucket: Bucket,
  key: string,
  headers: Readonly<Record<string, string>>,
  framed: Buffer,
  nowMs: number,
): ServiceResponse {
  const refused = REFUSED.find((name) => headers[name] !== undefined);
  if (refused) throw notImplemented(`the header ${refused}`);
  const chunked = isChunked(headers);
  const { body, trailers } = chunked ? decodeChunkedBody(framed) : { body: framed, trailers: {} };
  checkLength(body, headers);
  const checksum = checkBody(body, { ...headers, ...trailers });
  checkPreconditions(headers, store.find(bucket.name, key));
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const facts = { key, deleted: false, modifiedAtMs: nowMs, etag, sizeBytes: body.length, checksum };
  const version = store.put(bucket.name, bucket.versioned, { ...facts, headers: keptHeaders(headers) }, body);
  return {
    status: 200,
    headers: {
      etag,
      [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
      'x-amz-checksum-type': 'FULL_OBJECT',
      'x-amz-server-side-encryption': 'AES256',
      ...(bucket.versioned && { 'x-amz-version-id': version.versionId }),
    },
  };
}

function isChunked(headers: Readonly<Record<string, string>>): boolean {
  const encoded = /\baws-chunked\b/.test(headers['content-encoding'] ?? '');
  return encoded || (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
}

function checkLength(body: Buffer, headers: Readonly<Record<string, string>>): void {
  const declared = headers['x-amz-decoded-content-length'];
  if (declared !== undefined && Number(declared) !== body.length) {
    throw new S3Error(
      'IncompleteBody',
      400,
      'You did not provide the number of bytes specified by the Content-Length',
    );
  }
}

/** Conditional writes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function checkPreconditions(
  headers: Readonly<Record<string, string>>,
  newest: ObjectVersion | undefined,
): void {
  const present = newest && !newest.deleted ? newest : undefined;
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined && noneMatch !== '*') throw notImplemented('If-None-Match other than *');
  if (noneMatch === '*' && present) throw preconditionFailed();
  const match = headers['if-match'];
  if (match === undefined) return;
  if (!present) throw noSuchKey();
  if (match.replaceAll('"', '') !== present.etag.replaceAll('"', '')) throw preconditionFailed();
}

function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  let metadataBytes = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (KEPT.includes(name)) kept[name] = value;
    if (!name.startsWith('x-amz-meta-')) continue;
    kept[name] = value;
    metadataBytes += name.length - 'x-amz-meta-'.length + Buffer.byteLength(value);
  }
  if (metadataBytes > METADATA_LIMIT_BYTES) {
    throw new S3Error(
      'MetadataTooLarge',
      400,
      'Your metadata headers exceed the maximum allowed metadata size',
    );
  }
  const encoding = (kept['content-encoding'] ?? '')
    .split(/\s*,\s*/)
    .filter((one) => one && one !== 'aws-chunked');
  delete kept['content-encoding'];
  return { ...kept, ...(encoding.length > 0 && { 'content-encoding': encoding.join(',') }) };
}
