import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  BeginRegisterLoad,
  ChangeRegisterSettings,
  ListRegisterFaults,
  ReadRegisterLoad,
  ShowRegister,
  StartRegisterLoad,
} from './routes.ts';

const slice = 'listing-certificate';

/** Every Lambda that loads and shows the registers of departments. */
export const REGISTER_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'begin-register-load',
    routes: [BeginRegisterLoad],
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'], RegisterTable: ['PutItem'] },
    // PutObject also signs the address of the upload: whoever holds it may do what the function may.
    documents: { PutObject: ['registers/*'] },
    machine: ['StartExecution'],
    memoryMb: 1024,
  },
  {
    slice,
    name: 'start-register-load',
    routes: [StartRegisterLoad],
    tables: { CaseTable: ['GetItem', 'PutItem'], RegisterTable: ['GetItem'] },
    machine: ['StartExecution'],
  },
  {
    slice,
    name: 'read-register-load',
    routes: [ReadRegisterLoad],
    tables: { RegisterTable: ['GetItem'] },
  },
  {
    slice,
    name: 'list-register-faults',
    routes: [ListRegisterFaults],
    tables: { RegisterTable: ['GetItem', 'Query'] },
  },
  { slice, name: 'show-register', routes: [ShowRegister], tables: { RegisterTable: ['GetItem', 'Query'] } },
  {
    slice,
    name: 'change-register-settings',
    routes: [ChangeRegisterSettings],
    tables: { RegisterTable: ['GetItem', 'PutItem'], CaseTable: ['PutItem'] },
  },
  {
    slice,
    name: 'load-register',
    tables: { RegisterTable: ['GetItem', 'UpdateItem', 'BatchWriteItem'], MessageTable: ['PutItem'] },
    documents: { GetObject: ['registers/*'] },
    // A spreadsheet of 100,000 lines takes 500 MB to read.
    memoryMb: 3008,
    timeoutSeconds: 600,
  },
  {
    slice,
    name: 'activate-register',
    tables: {
      RegisterTable: ['GetItem', 'PutItem', 'UpdateItem'],
      CaseTable: ['PutItem'],
      MessageTable: ['PutItem'],
    },
  },
  {
    slice,
    name: 'sweep-register',
    tables: { RegisterTable: ['GetItem', 'Query', 'BatchWriteItem'] },
    timeoutSeconds: 600,
  },
  {
    slice,
    name: 'fail-register-load',
    tables: { RegisterTable: ['GetItem', 'UpdateItem'], MessageTable: ['PutItem'] },
  },
];
