import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** A place to PUT a file to, with exactly these headers. */
export interface UploadAddress {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** Signs addresses by which files go into the documents bucket and come out of it, past the Lambda. */
export interface FileAddresses {
  /** The address takes only content of this length and SHA-256 (hex), for so many seconds. */
  forUpload(
    key: string,
    file: { sizeBytes: number; sha256: string },
    seconds: number,
  ): Promise<UploadAddress>;
  /** The link saves the file under its name; the browser does not run it. */
  forDownload(key: string, file: { name: string; mediaType: string }, seconds: number): Promise<string>;
}

const CHECKSUM = 'x-amz-checksum-sha256';

export function fileAddresses(client: S3Client, Bucket: string): FileAddresses {
  return {
    async forUpload(Key, { sizeBytes, sha256 }, seconds) {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const url = await getSignedUrl(
        client,
        new PutObjectCommand({ Bucket, Key, ContentLength: sizeBytes, ChecksumSHA256 }),
        {
          expiresIn: seconds,
          signableHeaders: new Set(['host', 'content-length', CHECKSUM]),
          // In the query it would be a wish; as a signed header it is what the bucket checks the content against.
          unhoistableHeaders: new Set([CHECKSUM]),
        },
      );
      return { url, headers: { 'content-length': String(sizeBytes), [CHECKSUM]: ChecksumSHA256 } };
    },
    forDownload: (Key, { name, mediaType }, seconds) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key,
          ResponseContentType: mediaType,
          ResponseContentDisposition: disposition(name),
        }),
        { expiresIn: seconds },
      ),
  };
}

/** RFC 6266: a name for old programs and the real one. */
function disposition(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
