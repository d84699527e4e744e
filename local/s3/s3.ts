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
import { openObjectStore } from './object-store.ts';
import { bucketOperation, objectOperation } from './operations.ts';
import { isPresigned, openPresigned } from './presigned.ts';
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
 * S3 as far as an application keeps documents in it: PutObject, CopyObject, GetObject, HeadObject, DeleteObject, ListObjectsV2, HeadBucket;
 * presigned or not, path-style or virtual-host-style. All else is answered NotImplemented by name.
 */
export function createS3(options: S3Options): Service & { close(): Promise<void> } {
  const { clock, authorize, log } = options;
  const buckets = readBuckets(options.assembly);
  const store = openObjectStore(options.file);
  const context = { store, buckets, clock, authorize };

  function answer(request: ServiceRequest): ServiceResponse {
    const { bucket: name, key } = addressOf(request);
    if (name === '') throw notImplemented('ListBuckets');
    const bucket = buckets.get(name);
    if (!bucket) throw noSuchBucket();
    if (request.method === 'OPTIONS') return preflight(bucket, request);
    const full = isPresigned(request.query)
      ? openPresigned(request, clock.now(), options.secretAccessKeyOf)
      : request;
    return key === undefined
      ? bucketOperation(context, bucket, full)
      : objectOperation(context, bucket, key, full);
  }

  return {
    signingName: 's3',
    async handle(request) {
      const response = answerOrFail(answer, request, log);
      const cors = corsOf(request, buckets);
      return { ...response, headers: { 'x-amz-request-id': randomUUID(), ...response.headers, ...cors } };
    },
    close: async () => store.close(),
  };
}

function answerOrFail(
  answer: (request: ServiceRequest) => ServiceResponse,
  request: ServiceRequest,
  log: S3Options['log'],
): ServiceResponse {
  const { method, path } = request;
  try {
    return answer(request);
  } catch (error) {
    const known = errorResponse(error, method, path);
    if (known) return known;
    log?.(`s3: ${error instanceof Error ? error.stack : error}`);
    const message = 'We encountered an internal error. Please try again.';
    return errorResponse(new S3Error('InternalError', 500, message), method, path) ?? { status: 500 };
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
