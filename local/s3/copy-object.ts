import type { Authorize, Caller, ServiceResponse } from '../service.ts';
import type { Bucket } from './bucket.ts';
import { checkBody } from './checksums.ts';
import type { ObjectStore } from './object-store.ts';
import { invalidArgument, noSuchBucket, noSuchKey, notImplemented } from './s3-error.ts';

interface Copy {
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

/** Headers that would change what CopyObject means. */
const REFUSED = /^x-amz-(copy-source-.+|metadata-directive|tagging-directive|tagging)$/;

/** CopyObject within the buckets of the templates, content and kept headers alike: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export function copyObject(
  {
    store,
    buckets,
    authorize,
  }: { store: ObjectStore; buckets: ReadonlyMap<string, Bucket>; authorize: Authorize },
  target: { readonly bucket: Bucket; readonly key: string },
  { caller, headers, nowMs }: Copy,
): ServiceResponse {
  const refused = Object.keys(headers).find((name) => REFUSED.test(name));
  if (refused) throw notImplemented(`the header ${refused}`);
  const from = sourceOf(headers['x-amz-copy-source'] ?? '');
  const bucket = buckets.get(from.bucket);
  if (!bucket) throw noSuchBucket();
  authorize(caller, 's3:GetObject', `${bucket.arn}/${from.key}`);
  const source = store.find(bucket.name, from.key);
  if (!source || source.deleted) throw noSuchKey();
  const body = store.read(bucket.name, source);
  const { headers: kept, etag, sizeBytes } = source;
  const checksum = source.checksum ?? checkBody(body, {});
  const { bucket: to, key } = target;
  const facts = { key, deleted: false, modifiedAtMs: nowMs, etag, sizeBytes, checksum };
  const version = store.put(to.name, to.versioned, { ...facts, headers: kept }, body);
  const modified = new Date(nowMs).toISOString();
  return {
    status: 200,
    headers: {
      'content-type': 'application/xml',
      ...(to.versioned && { 'x-amz-version-id': version.versionId }),
    },
    body: `<CopyObjectResult><LastModified>${modified}</LastModified><ETag>${etag.replaceAll('"', '&quot;')}</ETag></CopyObjectResult>`,
  };
}

/** `/bucket/key`, percent-encoded. */
function sourceOf(text: string): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^\/?([^/?]+)\/([^?]+)$/.exec(text) ?? [];
  if (bucket === '') throw invalidArgument('x-amz-copy-source names no object, or a version of one');
  return { bucket, key: decodeURIComponent(key) };
}
