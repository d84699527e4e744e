import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended } from '../../shared/services.ts';
import { type IssuedCertificates, issuedCertificates } from './issued-certificates.ts';
import { listServices, type ServicesWithLists } from './services-with-lists.ts';

/** For enriching a demand with what the platform knows of the enterprise. */
export interface ServicesWithRecords extends ServicesWithLists {
  readonly issuedCertificates: IssuedCertificates;
}

export function servicesWithRecords(): ServicesWithRecords {
  return extended(
    Object.defineProperties(listServices(), {
      issuedCertificates: {
        enumerable: true,
        get: () => issuedCertificates(dynamoDb(), setting('CERTIFICATE_TABLE')),
      },
    }) as Pick<ServicesWithRecords, keyof ReturnType<typeof listServices> | 'issuedCertificates'>,
  );
}
