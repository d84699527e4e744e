import type { FunctionSpec } from '../../shared/function-spec.ts';
import { PreviewRenewal, RenewListingCase } from './routes.ts';

const slice = 'listing-certificate';

/** The Lambdas of renewal: a new case of the listing certificate. */
export const RENEWAL_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'preview-renewal',
    routes: [PreviewRenewal],
    tables: { CaseTable: ['GetItem'], CertificateTable: ['GetItem'] },
  },
  {
    slice,
    name: 'renew-listing-case',
    routes: [RenewListingCase],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      CertificateTable: ['GetItem'],
      MessageTable: ['PutItem'],
      AttachmentTable: ['PutItem'],
    },
    documents: { GetObject: ['cases/*/attachments/*'], PutObject: ['cases/*/attachments/*'] },
    machine: ['StartExecution'],
    memoryMb: 1024,
  },
];
