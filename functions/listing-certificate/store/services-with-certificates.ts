import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type CertificateStore, certificateStore } from './certificate-store.ts';

export interface ServicesWithCertificates extends Services {
  readonly certificates: CertificateStore;
}

export function servicesWithCertificates(): ServicesWithCertificates {
  return extended({
    get certificates() {
      return certificateStore(dynamoDb(), setting('CERTIFICATE_TABLE'));
    },
  });
}
