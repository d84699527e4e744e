import type { ServiceRequest, ServiceResponse } from '../service.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';
import { noSuchKey, preconditionFailed, S3Error } from './s3-error.ts';

/** GetObject and HeadObject: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export function getObject(
  store: ObjectStore,
  bucket: Bucket,
  key: string,
  { method, query, headers }: Pick<ServiceRequest, 'method' | 'query' | 'headers'>,
): ServiceResponse {
  const versionId = query.get('versionId') ?? undefined;
  const version = store.find(bucket.name, key, versionId);
  if (!version && versionId !== undefined) {
    throw new S3Error('NoSuchVersion', 404, 'The specified version does not exist.');
  }
  if (!version) throw noSuchKey();
  if (version.deleted) throw deletedError(version, versionId !== undefined);
  checkPreconditions(version, headers);
  const range = readRange(headers.range, version.sizeBytes);
  const responseHeaders = {
    ...version.headers,
    ...overrides(query),
    ...describeVersion(bucket, version),
    ...(headers['x-amz-checksum-mode'] === 'ENABLED' && !range && checksumHeader(version)),
    'content-length': String(range ? range.end - range.start + 1 : version.sizeBytes),
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${version.sizeBytes}` }),
  };
  const status = range ? 206 : 200;
  if (method === 'HEAD') return { status, headers: responseHeaders };
  const body = store.read(bucket.name, version);
  return { status, headers: responseHeaders, body: range ? body.subarray(range.start, range.end + 1) : body };
}

function deletedError(version: ObjectVersion, named: boolean): S3Error {
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (!named) return noSuchKey(headers);
  const message = 'The specified method is not allowed against this resource.';
  return new S3Error('MethodNotAllowed', 405, message, { ...headers, allow: 'DELETE' });
}

function describeVersion(bucket: Bucket, version: ObjectVersion): Record<string, string> {
  return {
    etag: version.etag,
    'last-modified': new Date(version.modifiedAtMs).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-server-side-encryption': 'AES256',
    ...(bucket.versioned && { 'x-amz-version-id': version.versionId }),
  };
}

function checksumHeader({ checksum }: ObjectVersion): Record<string, string> {
  if (!checksum) return {};
  return { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value, 'x-amz-checksum-type': 'FULL_OBJECT' };
}

/** `response-content-disposition=...` and its kin, which presigned links use to give a download its name. */
function overrides(query: URLSearchParams): Record<string, string> {
  const prefix = 'response-';
  const named = [...query].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}

function checkPreconditions(version: ObjectVersion, headers: Readonly<Record<string, string>>): void {
  const matches = (list: string) =>
    list.trim() === '*' ||
    list.split(',').some((one) => one.trim().replaceAll('"', '') === version.etag.replaceAll('"', ''));
  const ifMatch = headers['if-match'];
  if (ifMatch !== undefined && !matches(ifMatch)) throw preconditionFailed();
  const ifNoneMatch = headers['if-none-match'];
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // HTTP dates have whole seconds.
  const unchanged = Math.floor(version.modifiedAtMs / 1000) * 1000 <= since;
  if (ifNoneMatch !== undefined ? matches(ifNoneMatch) : unchanged) {
    throw new S3Error('NotModified', 304, 'Not Modified', { etag: version.etag });
  }
}

/** One range; what is not one is ignored, what lies outside is refused. */
function readRange(
  header: string | undefined,
  sizeBytes: number,
): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(sizeBytes - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start > end || start >= sizeBytes) {
    throw new S3Error('InvalidRange', 416, 'The requested range is not satisfiable', {
      'content-range': `bytes */${sizeBytes}`,
    });
  }
  return { start, end };
}
