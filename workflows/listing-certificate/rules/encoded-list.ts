import { gunzipSync, gzipSync } from 'node:zlib';

/** GZIP in base64url without padding, behind the multibase prefix `u` (section 3.3). */
export function encodedList(bits: Uint8Array): string {
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** @throws where it is none */
export function decodedList(encoded: string): Uint8Array {
  if (!encoded.startsWith('u')) throw new RangeError('not base64url in multibase');
  return gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
}
