import { AccessDenied, type ServiceResponse } from '../service.ts';
import { escapeXml } from './xml.ts';

/** An error of S3 (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html). */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly code: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

export const noSuchBucket = () => new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist');
export const noSuchKey = (headers: Readonly<Record<string, string>> = {}) =>
  new S3Error('NoSuchKey', 404, 'The specified key does not exist.', headers);
export const preconditionFailed = () =>
  new S3Error('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
export const invalidArgument = (message: string) => new S3Error('InvalidArgument', 400, message);
export const notImplemented = (what: string) =>
  new S3Error('NotImplemented', 501, `s3: ${what} is not supported on one machine`);

/** The error as S3 answers it; undefined for a defect of ours. */
export function errorResponse(error: unknown, method: string, path: string): ServiceResponse | undefined {
  const known = error instanceof AccessDenied ? new S3Error('AccessDenied', 403, error.message) : error;
  if (!(known instanceof S3Error)) return undefined;
  const { status, code, message, headers } = known;
  // An answer to HEAD has no body, and 304 never has one.
  if (method === 'HEAD' || status === 304) return { status, headers };
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message><Resource>${escapeXml(path)}</Resource></Error>`;
  return { status, headers: { ...headers, 'content-type': 'application/xml' }, body };
}
