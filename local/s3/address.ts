import type { ServiceRequest } from '../service.ts';
import { invalidArgument, S3Error } from './s3-error.ts';

/** What a request is about; without a key it is the bucket. */
export interface Address {
  readonly bucket: string;
  readonly key?: string;
}

/** `bucket.127.0.0.1`, `bucket.localhost` and `bucket.s3.REGION.amazonaws.com`: the bucket stands in the host name. */
const BUCKET_HOST = /^(.+?)\.(127\.0\.0\.1|localhost|s3[.-].+)$/;
const KEY_LIMIT_BYTES = 1024;

/**
 * Bucket and key of a request, path-style or virtual-host-style
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html).
 */
export function addressOf({ path, headers }: Pick<ServiceRequest, 'path' | 'headers'>): Address {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const inHost = BUCKET_HOST.exec(host)?.[1];
  if (inHost !== undefined) return withKey(inHost, path.slice(1));
  const [bucket = '', ...rest] = path.slice(1).split('/');
  return withKey(decode(bucket), rest.join('/'));
}

function withKey(bucket: string, encodedKey: string): Address {
  const key = decode(encodedKey);
  if (Buffer.byteLength(key) > KEY_LIMIT_BYTES)
    throw new S3Error('KeyTooLongError', 400, 'Your key is too long');
  return key === '' ? { bucket } : { bucket, key };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidArgument(`the path is not valid percent-encoding: ${text}`);
  }
}
