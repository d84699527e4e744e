import { dynamoDb } from '../aws/dynamo-db.ts';
import { s3 } from '../aws/s3.ts';
import { stepFunctions } from '../aws/step-functions.ts';
import { machines } from '../client/machines.ts';
import { type UploadedFiles, uploadedFiles } from '../client/uploaded-files.ts';
import { setting } from '../config.ts';
import { extended } from '../services.ts';
import type { ServicesWithMachines } from '../services-with-machines.ts';
import { type AttachmentStore, attachmentStore } from '../store/attachment-store.ts';

/** For requests that name uploaded files: the function needs `AttachmentTable` and the documents bucket. */
export interface ServicesWithFiles extends ServicesWithMachines {
  readonly attachments: AttachmentStore;
  readonly caseFiles: UploadedFiles;
}

export function servicesWithFiles(): ServicesWithFiles {
  return extended({
    machines: machines(stepFunctions()),
    get attachments() {
      return attachmentStore(dynamoDb(), setting('ATTACHMENT_TABLE'));
    },
    get caseFiles() {
      return uploadedFiles(s3(), setting('DOCUMENTS_BUCKET'));
    },
  });
}
