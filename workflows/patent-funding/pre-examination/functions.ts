import { TAKES_UPLOADS } from '../../shared/attachments/takes-uploads.ts';
import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  ReadPassCertificate,
  ReadPassCredential,
  RecordGrant,
  RegisterPreExamination,
  ReportFiling,
  ShowPreExaminationScope,
} from './routes.ts';

const slice = 'patent-funding';
/** What the door reads to see whether the case is within the caller's reach (functions/shared/access.ts). */
const reachCase = { CaseTable: ['GetItem'], DeskTable: ['Query'] } as const;
const changeCase = { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'] } as const;

/** Every Lambda of pre-examinations. */
export const PRE_EXAMINATION_FUNCTIONS: readonly FunctionSpec[] = [
  { slice, name: 'show-pre-examination-scope', routes: [ShowPreExaminationScope] },
  {
    slice,
    name: 'register-pre-examination',
    routes: [RegisterPreExamination],
    // DeleteItem takes the mark of the pending start away.
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
    },
    documents: TAKES_UPLOADS,
    machine: ['StartExecution'],
  },
  {
    slice,
    name: 'plan-pre-examination',
    // Query reads the official calendars.
    tables: { CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
  },
  {
    slice,
    name: 'settle-pre-examination',
    tables: {
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      DeskTable: ['Query'],
      MessageTable: ['PutItem'],
    },
    signingKey: ['Sign', 'GetPublicKey'],
  },
  { slice, name: 'read-pass-certificate', routes: [ReadPassCertificate], tables: reachCase },
  { slice, name: 'read-pass-credential', routes: [ReadPassCredential], tables: reachCase },
  { slice, name: 'report-filing', routes: [ReportFiling], tables: changeCase },
  {
    slice,
    name: 'record-grant',
    routes: [RecordGrant],
    tables: { ...changeCase, PatentTable: ['BatchGetItem'] },
    patentRegistry: true,
    timeoutSeconds: 29,
  },
];
