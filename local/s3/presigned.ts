import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ServiceRequest } from '../service.ts';
import { S3Error } from './s3-error.ts';

const LONGEST_SECONDS = 7 * 24 * 3600;

/** Whether the request is signed in its query. */
export function isPresigned(query: URLSearchParams): boolean {
  return query.has('X-Amz-Signature');
}

/**
 * Checks signature and expiry of a presigned request and puts the headers that its URL carries among the others. The signature
 * covers method, path, query and the signed headers; a URL that was made for a content type or length takes no other.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 * @throws {S3Error} AccessDenied or SignatureDoesNotMatch
 */
export function openPresigned(
  request: ServiceRequest,
  nowMs: number,
  secretAccessKeyOf: (accessKeyId: string) => string | undefined,
): ServiceRequest {
  const parameter = (name: string) => request.query.get(`X-Amz-${name}`) ?? '';
  const [accessKeyId = ''] = parameter('Credential').split('/');
  const secret = secretAccessKeyOf(accessKeyId);
  if (secret === undefined) {
    const message = 'The AWS Access Key Id you provided does not exist in our records.';
    throw new S3Error('InvalidAccessKeyId', 403, message);
  }
  checkExpiry(parameter('Date'), Number(parameter('Expires')), nowMs);
  const signedHeaders = parameter('SignedHeaders').split(';');
  const unsigned = Object.keys(request.headers).find(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name),
  );
  if (unsigned !== undefined) {
    throw new S3Error(
      'AccessDenied',
      403,
      `There were headers present in the request which were not signed: ${unsigned}`,
    );
  }
  const expected = signatureOf(request, signedHeaders, secret);
  const given = Buffer.from(parameter('Signature'), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    throw new S3Error('SignatureDoesNotMatch', 403, message);
  }
  return { ...request, headers: { ...request.headers, ...hoistedHeaders(request.query) } };
}

function checkExpiry(date: string, expiresSeconds: number, nowMs: number): void {
  const signedAtMs = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  if (!(expiresSeconds >= 1 && expiresSeconds <= LONGEST_SECONDS) || Number.isNaN(signedAtMs)) {
    const message = 'X-Amz-Expires or X-Amz-Date is not valid';
    throw new S3Error('AuthorizationQueryParametersError', 400, message);
  }
  if (nowMs > signedAtMs + expiresSeconds * 1000)
    throw new S3Error('AccessDenied', 403, 'Request has expired');
}

function signatureOf(request: ServiceRequest, signedHeaders: readonly string[], secret: string): Buffer {
  const [, ...scope] = (request.query.get('X-Amz-Credential') ?? '').split('/');
  const canonical = canonicalRequest(request, signedHeaders);
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', request.query.get('X-Amz-Date'), scope.join('/'), digest].join('\n');
  return hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secret}`), text);
}

/** Parameters of a presigned URL that stand for headers: `x-amz-meta-*`, `x-amz-acl` ... */
function hoistedHeaders(query: URLSearchParams): Record<string, string> {
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
