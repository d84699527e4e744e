import { s3, stepFunctions } from '../../shared/aws.ts';
import { documents } from '../../shared/client/documents.ts';
import { machines } from '../../shared/client/machines.ts';
import { setting } from '../../shared/config.ts';
import { extended } from '../../shared/services.ts';
import { type ServicesWithCertificates, servicesWithCertificates } from './services-with-certificates.ts';
import type { SubmissionServices } from './submission-services.ts';

/** What raising an objection needs: the certificate it disputes, the machine to start, the bucket for attachments. */
export interface ObjectionServices extends SubmissionServices, ServicesWithCertificates {}

export function objectionServices(): ObjectionServices {
  const { certificates } = servicesWithCertificates();
  return extended({
    certificates,
    machines: machines(stepFunctions()),
    get documents() {
      return documents(s3(), setting('DOCUMENTS_BUCKET'));
    },
  });
}
