import { S3Error } from './s3-error.ts';

export interface DecodedBody {
  readonly body: Buffer;
  /** Headers that came after the body, such as `x-amz-checksum-crc32`. */
  readonly trailers: Readonly<Record<string, string>>;
}

/**
 * Takes the aws-chunked framing off: `size[;chunk-signature=...]`, the bytes, and after the empty last chunk the trailers
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html).
 */
export function decodeChunkedBody(framed: Buffer): DecodedBody {
  const chunks: Buffer[] = [];
  let position = 0;
  const line = () => {
    const end = framed.indexOf('\r\n', position);
    if (end < 0) throw incomplete();
    const text = framed.toString('latin1', position, end);
    position = end + 2;
    return text;
  };
  for (let size = sizeOf(line()); size > 0; size = sizeOf(line())) {
    if (position + size + 2 > framed.length) throw incomplete();
    chunks.push(framed.subarray(position, position + size));
    position += size + 2;
  }
  return { body: Buffer.concat(chunks), trailers: readTrailers(framed.toString('latin1', position)) };
}

function sizeOf(line: string): number {
  const size = Number.parseInt(line, 16);
  if (!(size >= 0)) throw incomplete();
  return size;
}

function readTrailers(text: string): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return trailers;
}

function incomplete(): S3Error {
  return new S3Error('IncompleteBody', 400, 'The request body terminated unexpectedly');
}
