import { CopyObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Files that people put into the documents bucket themselves. */
export interface UploadedFiles {
  /** Undefined where there is none. */
  find(key: string): Promise<Uint8Array | undefined>;
  /** The same content under another key too. Done again it is the same. */
  copy(from: string, to: string): Promise<void>;
}

export function uploadedFiles(client: S3Client, Bucket: string): UploadedFiles {
  return {
    async find(Key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        // To whom may not list the bucket, S3 says AccessDenied of a key that is not there.
        if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'AccessDenied'))
          return undefined;
        throw error;
      }
    },
    async copy(from, Key) {
      const CopySource = `${Bucket}/${encodeURI(from)}`;
      await client.send(new CopyObjectCommand({ Bucket, Key, CopySource }));
    },
  };
}
