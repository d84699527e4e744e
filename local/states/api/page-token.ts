import { ApiError, errors } from './api-error.ts';

/** Where a paged answer goes on. It is bound to what was asked, as on AWS. */
export function pageToken(subject: string, position: number): string {
  return Buffer.from(JSON.stringify([subject, position])).toString('base64');
}

/** @throws ApiError InvalidToken, ValidationException for one over the length of the API reference */
export function readPageToken(
  token: string | undefined,
  subject: string,
  maximumLength = 1024,
): number | undefined {
  if (token === undefined) return undefined;
  if (token.length > maximumLength) {
    throw errors.validation(
      `1 validation error detected: Value '${token}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to ${maximumLength}`,
    );
  }
  try {
    const [found, position] = JSON.parse(Buffer.from(token, 'base64').toString()) as [unknown, unknown];
    if (found === subject && typeof position === 'number') return position;
  } catch {
    // Not one of ours: refused below.
  }
  throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
}

/** `maxResults`: 0 or absent is the default of 100, the most is 1000 unless the call says otherwise. */
export function pageSize(maxResults: number | undefined, most = 1000): number {
  const size = maxResults ?? 0;
  if (size < 0 || size > most || !Number.isInteger(size)) {
    const bound = size < 0 ? 'greater than or equal to 0' : `less than or equal to ${most}`;
    throw errors.validation(
      `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value ${bound}`,
    );
  }
  return size === 0 ? 100 : size;
}
