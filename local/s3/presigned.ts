import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ServiceRequest } from '../service.ts';
import { S3Error } from './s3-error.ts';

const LONGEST_SECONDS = 7 * 24 * 3600;

/** Whether the request is signed in its query. */
export function isPresigned(query: URLSearchParams): boolean {
  return query.has('X-Amz-Signature');
}

/**
 * Checks signature and expiry of a presigned request. The signature covers method, path, query and the signed headers; a URL
 * that was made for a content type or length therefore takes no other.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 * @throws {S3Error} AccessDenied or SignatureDoesNotMatch
 */
export function checkPresigned(
  request: ServiceRequest,
  nowMs: number,
  secretAccessKeyOf: (accessKeyId: string) => string | undefined,
): void {
  const parameter = (name: string) => request.query.get(`X-Amz-${name}`) ?? '';
  const [accessKeyId = '', day = '', region = '', service = ''] = parameter('Credential').split('/');
  const secret = secretAccessKeyOf(accessKeyId);
  if (secret === undefined) {
    throw new S3Error(
      'InvalidAccessKeyId',
      403,
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  const expiresSeconds = Number(parameter('Expires'));
  const signedAtMs = Date.parse(
    parameter('Date').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  if (!(expiresSeconds >= 1 && expiresSeconds <= LONGEST_SECONDS) || Number.isNaN(signedAtMs)) {
    throw new S3Error('AuthorizationQueryParametersError', 400, 'X-Amz-Expires or X-Amz-Date is not valid');
  }
  if (nowMs > signedAtMs + expiresSeconds * 1000)
    throw new S3Error('AccessDenied', 403, 'Request has expired');

  const scope = `${day}/${region}/${service}/aws4_request`;
  const canonical = canonicalRequest(request, parameter('SignedHeaders').split(';'));
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = `AWS4-HMAC-SHA256\n${parameter('Date')}\n${scope}\n${digest}`;
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const expected = hmac(key, text);
  const given = Buffer.from(parameter('Signature'), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    throw new S3Error('SignatureDoesNotMatch', 403, message);
  }
}

/** Parameters of a presigned URL that stand for headers: `x-amz-meta-*`, `x-amz-acl` ... */
export function hoistedHeaders(query: URLSearchParams): Record<string, string> {
  const entries = [...query].map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(entries.filter(([name]) => name.startsWith('x-amz-') && !SIGNING.has(name)));
}

const SIGNING = new Set(
  ['algorithm', 'credential', 'date', 'expires', 'signedheaders', 'signature', 'security-token'].map(
    (name) => `x-amz-${name}`,
  ),
);

function canonicalRequest(
  { method, path, query, headers }: ServiceRequest,
  signedHeaders: readonly string[],
): string {
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  // S3 signs the path encoded once; taking it apart and together again evens out what clients leave unencoded.
  const canonicalPath = path
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const payload = query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  return [method, canonicalPath, parameters.join('&'), lines.join(''), signedHeaders.join(';'), payload].join(
    '\n',
  );
}

/** RFC 3986, as SigV4 wants it: only letters, digits and `-_.~` stand for themselves. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
