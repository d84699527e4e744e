import { TAKES_UPLOADS } from '../shared/attachments/takes-uploads.ts';
import type { FunctionSpec } from '../shared/function-spec.ts';
import { CERTIFICATE_FUNCTIONS } from './certificate-functions.ts';
import { RENEWAL_FUNCTIONS } from './renewal/functions.ts';
import { ShowListingCatalogue, SubmitListingCase } from './routes.ts';

/** Every Lambda of this procedure with exactly what it may touch. */
export const LISTING_CERTIFICATE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice: 'listing-certificate',
    name: 'submit-listing-case',
    routes: [SubmitListingCase],
    // DeleteItem takes the mark of the pending start away.
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
    },
    documents: TAKES_UPLOADS,
    machine: ['StartExecution'],
    memoryMb: 1024,
  },
  { slice: 'listing-certificate', name: 'show-catalogue', routes: [ShowListingCatalogue] },
  {
    slice: 'listing-certificate',
    name: 'plan-review',
    tables: {
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      RegisterTable: ['GetItem', 'Query', 'ConditionCheckItem'],
    },
  },
  {
    slice: 'listing-certificate',
    name: 'assign-certificate-number',
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      DeskTable: ['Query'],
      CertificateTable: ['GetItem', 'PutItem'],
    },
  },
  {
    slice: 'listing-certificate',
    name: 'publish-certificate',
    tables: {
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      DeskTable: ['Query'],
      CertificateTable: ['GetItem', 'UpdateItem'],
      MessageTable: ['PutItem'],
    },
  },
  ...CERTIFICATE_FUNCTIONS,
  ...RENEWAL_FUNCTIONS,
];
