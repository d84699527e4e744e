import { TAKES_UPLOADS } from '../../shared/attachments/takes-uploads.ts';
import type { FunctionSpec } from '../../shared/function-spec.ts';
import { RaiseObjection } from './routes.ts';

const slice = 'listing-certificate';
const changeCase = { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'] } as const;
/** Counting days reads the calendars that the office loaded. */
const changeCaseByCalendar = { CaseTable: [...changeCase.CaseTable, 'Query'] } as const;
const changeCertificate = { CertificateTable: ['GetItem', 'PutItem', 'UpdateItem'] } as const;

/** Every Lambda of objections. Signing and printing of the corrected report are the listing certificate's own. */
export const OBJECTION_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'raise-objection',
    routes: [RaiseObjection],
    // DeleteItem takes the mark of the pending start away.
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      ...changeCertificate,
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
      MessageTable: ['PutItem'],
    },
    documents: TAKES_UPLOADS,
    machine: ['StartExecution'],
    memoryMb: 1024,
  },
  { slice, name: 'plan-objection', tables: { ...changeCaseByCalendar, MessageTable: ['PutItem'] } },
  {
    slice,
    name: 'compose-correction',
    tables: { ...changeCase, DeskTable: ['Query'], ...changeCertificate },
  },
  {
    slice,
    name: 'conclude-objection',
    tables: {
      ...changeCaseByCalendar,
      DeskTable: ['Query'],
      ...changeCertificate,
      MessageTable: ['PutItem'],
    },
  },
  {
    slice,
    name: 'lift-objection',
    tables: { ...changeCase, ...changeCertificate, MessageTable: ['PutItem'] },
  },
];
