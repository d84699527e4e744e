import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { RegisterFormat } from '../../../workflows/listing-certificate/register/contract.ts';
import type { LoadKey } from '../store/register-records.ts';
import { REGISTER_MEDIA_TYPE, registerFileKey } from './register-files.ts';

/** A place to PUT a file to, with exactly these headers. */
export interface UploadAddress {
  readonly url: string;
  readonly headers: Record<string, string>;
}

export interface FileToUpload {
  readonly format: RegisterFormat;
  readonly sizeBytes: number;
  /** SHA-256 (hex): the bucket takes no other content. */
  readonly sha256: string;
}

/** Signs addresses under which a file may be put into the documents bucket; only the function that signs carries the signer. */
export interface RegisterUploads {
  /** The address takes this one file for `seconds`, under the load's own key. */
  addressFor(load: LoadKey, file: FileToUpload, seconds: number): Promise<UploadAddress>;
}

export function registerUploads(client: S3Client, Bucket: string): RegisterUploads {
  return {
    async addressFor(load, { format, sizeBytes, sha256 }, seconds) {
      const ContentType = REGISTER_MEDIA_TYPE[format];
      const Key = registerFileKey(load);
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const headers = {
        'content-type': ContentType,
        'content-length': String(sizeBytes),
        'x-amz-checksum-sha256': ChecksumSHA256,
      };
      const url = await getSignedUrl(
        client,
        new PutObjectCommand({ Bucket, Key, ContentType, ContentLength: sizeBytes, ChecksumSHA256 }),
        {
          expiresIn: seconds,
          signableHeaders: new Set(['host', ...Object.keys(headers)]),
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
        },
      );
      return { url, headers };
    },
  };
}
