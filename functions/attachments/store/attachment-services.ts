import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { configuredScanner, type MalwareScanner } from '../../shared/scan/malware-scanner.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type AttachmentStore, attachmentStore } from '../../shared/store/attachment-store.ts';

export interface AttachmentServices extends Services {
  readonly attachments: AttachmentStore;
  readonly scanner: MalwareScanner;
}

export function attachmentServices(): AttachmentServices {
  return extended({
    get attachments() {
      return attachmentStore(dynamoDb(), setting('ATTACHMENT_TABLE'));
    },
    get scanner() {
      return configuredScanner();
    },
  });
}
