import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import {
  AccessDenied,
  type Authorize,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { addressOf } from './address.ts';
import { type Bucket, readBuckets } from './bucket.ts';
import { corsHeaders } from './cors.ts';
import { deleteObject } from './delete-object.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { openObjectStore } from './object-store.ts';
import { checkPresigned, hoistedHeaders, isPresigned } from './presigned.ts';
import { putObject } from './put-object.ts';
import { errorResponse, noSuchBucket, notImplemented, S3Error } from './s3-error.ts';

export interface S3Options {
  /** Declares the buckets. */
  readonly assembly: Pick<Assembly, 'of'>;
  /** SQLite file with the objects, or ':memory:'. */
  readonly file: string;
  readonly clock: Clock;
  readonly authorize: Authorize;
  /** The secret behind an access key id: presigned URLs leave the machine's processes, so their signature is checked. */
  readonly secretAccessKeyOf: (accessKeyId: string) => string | undefined;
  readonly log?: (message: string) => void;
}

/**
 * S3 as far as an application keeps documents in it: PutObject, GetObject, HeadObject, DeleteObject, ListObjectsV2, HeadBucket;
 * presigned or not, path-style or virtual-host-style. All else is answered NotImplemented by name.
 */
export function createS3(options: S3Options): Service & { close(): Promise<void> } {
  const { clock, authorize } = options;
  const buckets = readBuckets(options.assembly);
  const store = openObjectStore(options.file);

  function bucketNamed(name: string): Bucket {
    const bucket = buckets.get(name);
    if (!bucket) throw noSuchBucket();
    return bucket;
  }

  function answer(request: ServiceRequest): ServiceResponse {
    const { bucket: name, key } = addressOf(request);
    if (name === '') throw notImplemented('ListBuckets');
    const bucket = bucketNamed(name);
    if (request.method === 'OPTIONS') return preflight(bucket, request);
    const presigned = isPresigned(request.query);
    if (presigned) checkPresigned(request, clock.now(), options.secretAccessKeyOf);
    const full = presigned
      ? { ...request, headers: { ...hoistedHeaders(request.query), ...request.headers } }
      : request;
    return key === undefined ? bucketOperation(bucket, full) : objectOperation(bucket, key, full);
  }

  function bucketOperation(bucket: Bucket, { caller, method, query }: ServiceRequest): ServiceResponse {
    refuseSubresources(method, query);
    const isList = method === 'GET' && query.get('list-type') === '2';
    if (!isList && method !== 'HEAD') throw notImplemented(`${method} on a bucket`);
    const prefix = query.get('prefix');
    authorize(caller, 's3:ListBucket', bucket.arn, prefix === null ? {} : { 's3:prefix': prefix });
    return isList ? listObjects(store, bucket, query) : { status: 200 };
  }

  function objectOperation(bucket: Bucket, key: string, request: ServiceRequest): ServiceResponse {
    const { caller, method, query, headers, body } = request;
    refuseSubresources(method, query);
    const arn = `${bucket.arn}/${key}`;
    const versionId = query.get('versionId') ?? undefined;
    const suffix = versionId === undefined ? '' : 'Version';
    switch (method) {
      case 'PUT':
        authorize(caller, 's3:PutObject', arn);
        return putObject(store, bucket, key, headers, body, clock.now());
      case 'DELETE':
        authorize(caller, `s3:DeleteObject${suffix}`, arn);
        return deleteObject(store, bucket, key, versionId, clock.now());
      case 'GET':
      case 'HEAD':
        authorize(caller, `s3:GetObject${suffix}`, arn);
        return hidingAbsence(bucket, key, request, () => getObject(store, bucket, key, request));
      default:
        throw notImplemented(`${method} on an object`);
    }
  }

  /** Who may not list the bucket is not told that a key is absent: S3 answers 403 then, which is a classic surprise. */
  function hidingAbsence(
    bucket: Bucket,
    key: string,
    { caller }: ServiceRequest,
    run: () => ServiceResponse,
  ) {
    try {
      return run();
    } catch (error) {
      const absent = error instanceof S3Error && error.code === 'NoSuchKey';
      if (absent) authorize(caller, 's3:ListBucket', bucket.arn, { 's3:prefix': key });
      throw error;
    }
  }

  return {
    signingName: 's3',
    async handle(request) {
      const response = await respond(request);
      const cors = corsOf(request, buckets);
      return { ...response, headers: { 'x-amz-request-id': randomUUID(), ...response.headers, ...cors } };
    },
    close: async () => store.close(),
  };

  async function respond(request: ServiceRequest): Promise<ServiceResponse> {
    try {
      return answer(request);
    } catch (error) {
      const known = errorResponse(error, request.method, request.path);
      if (known) return known;
      options.log?.(`s3: ${error instanceof Error ? error.stack : error}`);
      const internal = new S3Error(
        'InternalError',
        500,
        'We encountered an internal error. Please try again.',
      );
      return errorResponse(internal, request.method, request.path) ?? { status: 500 };
    }
  }
}

function preflight(bucket: Bucket, request: ServiceRequest): ServiceResponse {
  if (!corsHeaders(bucket.corsRules, request)) {
    throw new AccessDenied('CORSResponse: This CORS request is not allowed.');
  }
  return { status: 200 };
}

function corsOf(request: ServiceRequest, buckets: ReadonlyMap<string, Bucket>) {
  if (request.headers.origin === undefined) return undefined;
  try {
    return corsHeaders(buckets.get(addressOf(request).bucket)?.corsRules ?? [], request);
  } catch {
    return undefined; // the address is no address; the answer says so already
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
