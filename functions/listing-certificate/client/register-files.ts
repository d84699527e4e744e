import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RegisterFormat } from '../../../workflows/listing-certificate/register/contract.ts';
import type { LoadKey } from '../store/register-records.ts';

/** The files that registers are loaded from, in the documents bucket; they stay there as the evidence of their version. */
export interface RegisterFiles {
  /** Stores the records that came with a request, as JSON. */
  put(load: LoadKey, bytes: Uint8Array): Promise<void>;
  /** Undefined where nothing was uploaded. */
  read(load: LoadKey): Promise<Uint8Array | undefined>;
}

export const REGISTER_MEDIA_TYPE: Readonly<Record<RegisterFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const registerFileKey = ({ departmentId, loadId }: LoadKey) => `registers/${departmentId}/${loadId}`;

export function registerFiles(client: S3Client, Bucket: string): RegisterFiles {
  return {
    async put(load, bytes) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: registerFileKey(load),
          Body: bytes,
          ContentType: REGISTER_MEDIA_TYPE.json,
          ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
        }),
      );
    },
    async read(load) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: registerFileKey(load) }));
        return await Body?.transformToByteArray();
      } catch (error) {
        // To whom may not list the bucket, S3 says AccessDenied of a key that is not there.
        if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'AccessDenied'))
          return undefined;
        throw error;
      }
    },
  };
}
