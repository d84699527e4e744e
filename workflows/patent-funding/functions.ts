import { TAKES_UPLOADS } from '../shared/attachments/takes-uploads.ts';
import type { FunctionSpec } from '../shared/function-spec.ts';
import { PROGRAMME_FUNCTIONS } from './programmes/functions.ts';
import { LoadPatentRegister } from './registry/routes.ts';
import { CheckPatentsFile, ListCasePatents, SubmitFundingApplication } from './routes.ts';

const slice = 'patent-funding';
const changeCase = { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'] } as const;
/** The patents of an application, their claims and the year of its enterprise. */
const changePatents = { PatentTable: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'] } as const;

/** Every Lambda of this procedure with exactly what it may touch. */
export const PATENT_FUNDING_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'submit-funding-application',
    routes: [SubmitFundingApplication],
    // DeleteItem takes the mark of the pending start away.
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      PatentTable: ['Query', 'PutItem'],
      MessageTable: ['PutItem'],
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
    },
    documents: TAKES_UPLOADS,
    machine: ['StartExecution'],
    memoryMb: 1024,
  },
  {
    slice,
    name: 'check-patents-file',
    routes: [CheckPatentsFile],
    tables: { PatentTable: ['Query'] },
    memoryMb: 1024,
  },
  {
    slice,
    name: 'assess-patents',
    tables: { ...changeCase, PatentTable: ['Query', 'BatchGetItem', 'PutItem'] },
    patentRegistry: true,
    timeoutSeconds: 60,
  },
  {
    slice,
    name: 'claim-patents',
    // Query reads the official calendars.
    tables: { CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], ...changePatents },
    timeoutSeconds: 60,
  },
  {
    slice,
    name: 'settle-review',
    tables: { ...changeCase, DeskTable: ['Query'], ...changePatents },
    timeoutSeconds: 60,
  },
  {
    slice,
    name: 'release-patents',
    tables: { ...changeCase, DeskTable: ['Query'], ...changePatents, MessageTable: ['PutItem'] },
    timeoutSeconds: 60,
  },
  {
    slice,
    name: 'list-case-patents',
    routes: [ListCasePatents],
    tables: { CaseTable: ['GetItem'], DeskTable: ['Query'], PatentTable: ['Query'] },
  },
  {
    slice,
    name: 'load-patent-register',
    routes: [LoadPatentRegister],
    tables: { CaseTable: ['GetItem', 'PutItem'], PatentTable: ['BatchWriteItem'] },
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
  ...PROGRAMME_FUNCTIONS,
];
