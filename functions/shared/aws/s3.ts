import { S3Client } from '@aws-sdk/client-s3';
import { client, SETTINGS } from './client.ts';

export const s3 = client(() => new S3Client({ ...SETTINGS, forcePathStyle: localEndpoint() }));

/** A bucket's own host name (bucket.host) cannot be looked up where the endpoint is an address of this machine. */
function localEndpoint(): boolean {
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL ?? '';
  return /^http:\/\/(127\.0\.0\.1|localhost)\b/.test(endpoint);
}
