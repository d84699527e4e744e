import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export interface DocumentToStore {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** The bucket of case documents. */
export interface Documents {
  /** Stores a document; the bucket checks its SHA-256 on arrival. The same key again replaces it. */
  put(document: DocumentToStore): Promise<void>;
  /** @throws NoSuchKey of the SDK where there is none */
  read(key: string): Promise<Uint8Array>;
}

export function documents(client: S3Client, bucket: string): Documents {
  return {
    async put({ key, bytes, mediaType }) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: mediaType,
          ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
        }),
      );
    },
    async read(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error('The bucket answered without a body');
      return Body.transformToByteArray();
    },
  };
}
