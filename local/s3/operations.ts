import type { Clock } from '../clock.ts';
import type { Authorize, ServiceRequest, ServiceResponse } from '../service.ts';
import type { Bucket } from './bucket.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject } from './delete-object.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import type { ObjectStore } from './object-store.ts';
import { putObject } from './put-object.ts';
import { notImplemented, S3Error } from './s3-error.ts';

/** What the operations work with. */
export interface S3Context {
  readonly store: ObjectStore;
  /** All of them: a copy may come from another. */
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly clock: Clock;
  readonly authorize: Authorize;
}

/** ListObjectsV2 and HeadBucket. */
export function bucketOperation(
  { store, authorize }: S3Context,
  bucket: Bucket,
  { caller, method, query }: ServiceRequest,
): ServiceResponse {
  refuseSubresources(method, query);
  const isList = method === 'GET' && query.get('list-type') === '2';
  if (!isList && method !== 'HEAD') throw notImplemented(`${method} on a bucket`);
  const prefix = query.get('prefix');
  authorize(caller, 's3:ListBucket', bucket.arn, prefix === null ? {} : { 's3:prefix': prefix });
  return isList ? listObjects(store, bucket, query) : { status: 200 };
}

/** PutObject, CopyObject, DeleteObject, GetObject and HeadObject, each with the permission that AWS asks for. */
export function objectOperation(
  context: S3Context,
  bucket: Bucket,
  key: string,
  request: ServiceRequest,
): ServiceResponse {
  const { store, clock, authorize } = context;
  const { caller, method, query, headers, body } = request;
  refuseSubresources(method, query);
  const arn = `${bucket.arn}/${key}`;
  const versionId = query.get('versionId') ?? undefined;
  const suffix = versionId === undefined ? '' : 'Version';
  switch (method) {
    case 'PUT':
      authorize(caller, 's3:PutObject', arn);
      if (headers['x-amz-copy-source'] !== undefined) {
        return copyObject(context, { bucket, key }, { caller, headers, nowMs: clock.now() });
      }
      return putObject(store, bucket, key, headers, body, clock.now());
    case 'DELETE':
      authorize(caller, `s3:DeleteObject${suffix}`, arn);
      return deleteObject(store, bucket, key, versionId, clock.now());
    case 'GET':
    case 'HEAD':
      authorize(caller, `s3:GetObject${suffix}`, arn);
      return readHidingAbsence(context, bucket, key, request);
    default:
      throw notImplemented(`${method} on an object`);
  }
}

/** Who may not list the bucket is not told that a key is absent: S3 answers 403 then, which is a classic surprise. */
function readHidingAbsence(
  { store, authorize }: S3Context,
  bucket: Bucket,
  key: string,
  request: ServiceRequest,
): ServiceResponse {
  try {
    return getObject(store, bucket, key, request);
  } catch (error) {
    const absent = error instanceof S3Error && error.code === 'NoSuchKey';
    if (absent) authorize(request.caller, 's3:ListBucket', bucket.arn, { 's3:prefix': key });
    throw error;
  }
}

/** `?acl`, `?tagging`, `?uploads` ...: other operations on the same path. */
const SUBRESOURCES = [
  'acl',
  'attributes',
  'cors',
  'delete',
  'legal-hold',
  'lifecycle',
  'location',
  'notification',
  'partNumber',
  'policy',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
];

function refuseSubresources(method: string, query: URLSearchParams): void {
  const name = SUBRESOURCES.find((one) => query.has(one));
  if (name) throw notImplemented(`${method} ?${name}`);
}
