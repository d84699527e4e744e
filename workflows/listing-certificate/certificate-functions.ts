import type { FunctionSpec } from '../shared/function-spec.ts';
import {
  ReadCertificate,
  ReadReport,
  ShowCertificate,
  ShowStatusList,
  ShowVerificationForm,
  ShowVerificationPage,
} from './certificate-routes.ts';
import { RevokeCertificate } from './revocation-routes.ts';

const slice = 'listing-certificate';
/** What the door reads to see whether the case is within the caller's reach (functions/shared/access.ts). */
const reachCase = { CaseTable: ['GetItem'], DeskTable: ['Query'] } as const;

/** The functions that sign, print, show and hand out certificates. */
export const CERTIFICATE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'sign-certificate',
    tables: { CertificateTable: ['GetItem', 'PutItem', 'UpdateItem'] },
    signingKey: ['Sign', 'GetPublicKey'],
  },
  {
    slice,
    name: 'render-report',
    tables: { CertificateTable: ['GetItem', 'UpdateItem'] },
    documents: { PutObject: ['cases/*/report-*.pdf'] },
    assets: ['fonts'],
    memoryMb: 1024,
    timeoutSeconds: 60,
  },
  { slice, name: 'show-certificate', routes: [ShowCertificate], tables: { CertificateTable: ['GetItem'] } },
  {
    slice,
    name: 'show-verification-page',
    routes: [ShowVerificationPage],
    tables: { CertificateTable: ['GetItem'] },
  },
  {
    slice,
    name: 'show-verification-form',
    routes: [ShowVerificationForm],
    tables: { CertificateTable: ['GetItem'] },
  },
  {
    slice,
    name: 'read-certificate',
    routes: [ReadCertificate],
    tables: { ...reachCase, CertificateTable: ['GetItem'] },
  },
  {
    slice,
    name: 'read-report',
    routes: [ReadReport],
    tables: { ...reachCase, CertificateTable: ['GetItem'] },
    documents: { GetObject: ['cases/*/report-*.pdf'] },
  },
  {
    slice,
    name: 'show-status-list',
    routes: [ShowStatusList],
    tables: { CaseTable: ['GetItem'], CertificateTable: ['Query'] },
    signingKey: ['Sign', 'GetPublicKey'],
  },
  {
    slice,
    name: 'revoke-certificate',
    routes: [RevokeCertificate],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      CertificateTable: ['GetItem', 'PutItem', 'UpdateItem'],
      MessageTable: ['PutItem'],
    },
  },
];
