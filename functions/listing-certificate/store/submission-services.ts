import { s3, stepFunctions } from '../../shared/aws.ts';
import { type Documents, documents } from '../../shared/client/documents.ts';
import { machines } from '../../shared/client/machines.ts';
import { setting } from '../../shared/config.ts';
import { extended, type ServicesWithMachines } from '../../shared/services.ts';

/** What submitting needs: the machine to start, the bucket for attachments. */
export interface SubmissionServices extends ServicesWithMachines {
  readonly documents: Documents;
}

export function submissionServices(): SubmissionServices {
  return extended({
    machines: machines(stepFunctions()),
    get documents() {
      return documents(s3(), setting('DOCUMENTS_BUCKET'));
    },
  });
}
