import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { s3 } from '../../shared/aws/s3.ts';
import { stepFunctions } from '../../shared/aws/step-functions.ts';
import { type Documents, documents } from '../../shared/client/documents.ts';
import { machines } from '../../shared/client/machines.ts';
import { type UploadedFiles, uploadedFiles } from '../../shared/client/uploaded-files.ts';
import { setting } from '../../shared/config.ts';
import { configuredScanner, type MalwareScanner } from '../../shared/scan/malware-scanner.ts';
import { extended } from '../../shared/services.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { type AttachmentStore, attachmentStore } from '../../shared/store/attachment-store.ts';

/** What submitting needs: the machine to start, the bucket for attachments. */
export interface SubmissionServices extends ServicesWithMachines {
  readonly documents: Documents;
  readonly caseFiles: UploadedFiles;
  readonly attachments: AttachmentStore;
  readonly scanner: MalwareScanner;
}

export function submissionServices(): SubmissionServices {
  return extended({
    machines: machines(stepFunctions()),
    get attachments() {
      return attachmentStore(dynamoDb(), setting('ATTACHMENT_TABLE'));
    },
    get scanner() {
      return configuredScanner();
    },
    get caseFiles() {
      return uploadedFiles(s3(), setting('DOCUMENTS_BUCKET'));
    },
    get documents() {
      return documents(s3(), setting('DOCUMENTS_BUCKET'));
    },
  });
}
