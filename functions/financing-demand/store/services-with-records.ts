import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended } from '../../shared/services.ts';
import { type IssuedCertificates, issuedCertificates } from './issued-certificates.ts';
import { answerServices, type ServicesWithAnswers } from './services-with-answers.ts';

/** For enriching a demand with what the platform knows of the enterprise. */
export interface ServicesWithRecords extends ServicesWithAnswers {
  readonly issuedCertificates: IssuedCertificates;
}

export function servicesWithRecords(): ServicesWithRecords {
  return extended({
    ...answerServices(),
    issuedCertificates: issuedCertificates(dynamoDb(), setting('CERTIFICATE_TABLE')),
  });
}
