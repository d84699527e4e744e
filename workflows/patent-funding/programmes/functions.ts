import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  CheckProgramme,
  CloseProgramme,
  DraftProgramme,
  ListProgrammeRecords,
  ListProgrammes,
  PublishProgramme,
  ReadProgramme,
} from './routes.ts';

const slice = 'patent-funding';
const read = { PatentTable: ['Query'] } as const;
/** A change and its audit entry. */
const change = { CaseTable: ['GetItem', 'PutItem'], PatentTable: ['Query', 'PutItem'] } as const;

/** Programmes as data: what everybody reads, and what the office does about versions. */
export const PROGRAMME_FUNCTIONS: readonly FunctionSpec[] = [
  { slice, name: 'list-programmes', routes: [ListProgrammes], tables: read },
  { slice, name: 'list-programme-records', routes: [ListProgrammeRecords], tables: read },
  { slice, name: 'read-programme', routes: [ReadProgramme], tables: read },
  { slice, name: 'draft-programme', routes: [DraftProgramme], tables: change },
  { slice, name: 'publish-programme', routes: [PublishProgramme], tables: change },
  { slice, name: 'close-programme', routes: [CloseProgramme], tables: change },
  {
    slice,
    name: 'check-programme',
    routes: [CheckProgramme],
    tables: { CaseTable: ['GetItem', 'Query'], ...read },
    timeoutSeconds: 29,
  },
];
