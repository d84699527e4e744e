import type { ServiceResponse } from '../service.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';
import { invalidArgument } from './s3-error.ts';
import { escapeXml } from './xml.ts';

const LARGEST_PAGE = 1000;

interface Page {
  readonly objects: readonly ObjectVersion[];
  readonly commonPrefixes: readonly string[];
  /** The last thing on a page that is not the last. */
  readonly continueAfter?: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects(store: ObjectStore, bucket: Bucket, query: URLSearchParams): ServiceResponse {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const maxKeys = Number(query.get('max-keys') ?? LARGEST_PAGE);
  if (!Number.isInteger(maxKeys) || maxKeys < 0)
    throw invalidArgument('max-keys must be a number, 0 or more');
  const after = token === null ? (query.get('start-after') ?? '') : decodeToken(token);
  const page = readPage(
    store.list(bucket.name, prefix, after),
    prefix,
    delimiter,
    after,
    Math.min(maxKeys, LARGEST_PAGE),
  );
  const encode = query.get('encoding-type') === 'url' ? encodeKey : (text: string) => text;
  const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    element('Name', bucket.name),
    element('Prefix', encode(prefix)),
    element('KeyCount', String(page.objects.length + page.commonPrefixes.length)),
    element('MaxKeys', String(maxKeys)),
    delimiter && element('Delimiter', encode(delimiter)),
    query.get('encoding-type') === 'url' && element('EncodingType', 'url'),
    element('IsTruncated', String(page.continueAfter !== undefined)),
    token !== null && element('ContinuationToken', token),
    page.continueAfter !== undefined && element('NextContinuationToken', encodeToken(page.continueAfter)),
    ...page.objects.map((one) => `<Contents>${element('Key', encode(one.key))}${describe(one)}</Contents>`),
    ...page.commonPrefixes.map((one) => `<CommonPrefixes>${element('Prefix', encode(one))}</CommonPrefixes>`),
    '</ListBucketResult>',
  ];
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: body.filter(Boolean).join('') };
}

function readPage(
  versions: Iterable<ObjectVersion>,
  prefix: string,
  delimiter: string,
  after: string,
  limit: number,
): Page {
  const objects: ObjectVersion[] = [];
  const commonPrefixes: string[] = [];
  let last = '';
  for (const version of versions) {
    const common = commonPrefixOf(version.key, prefix, delimiter);
    // Already on this page, or on the one before, which ended with it.
    if (common !== undefined && (common === commonPrefixes.at(-1) || common === after)) continue;
    if (objects.length + commonPrefixes.length >= limit)
      return { objects, commonPrefixes, ...(last && { continueAfter: last }) };
    if (common === undefined) objects.push(version);
    else commonPrefixes.push(common);
    last = common ?? version.key;
  }
  return { objects, commonPrefixes };
}

function commonPrefixOf(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

function describe({ modifiedAtMs, etag, sizeBytes, checksum }: ObjectVersion): string {
  const algorithm = checksum
    ? `<ChecksumAlgorithm>${checksum.algorithm.toUpperCase()}</ChecksumAlgorithm>`
    : '';
  const modifiedAt = new Date(modifiedAtMs).toISOString();
  return `<LastModified>${modifiedAt}</LastModified><ETag>${escapeXml(etag)}</ETag>${algorithm}<Size>${sizeBytes}</Size><StorageClass>STANDARD</StorageClass>`;
}

function encodeKey(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/');
}

function encodeToken(after: string): string {
  return Buffer.from(after).toString('base64url');
}

function decodeToken(token: string): string {
  const after = Buffer.from(token, 'base64url').toString();
  if (after === '' || encodeToken(after) !== token)
    throw invalidArgument('The continuation token provided is incorrect');
  return after;
}
