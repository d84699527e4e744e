import type { FunctionSpec } from '../../shared/function-spec.ts';
import { OpenRecovery } from './routes.ts';

const slice = 'patent-funding';

/** Every Lambda of recoveries. */
export const RECOVERY_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'open-recovery',
    routes: [OpenRecovery],
    tables: {
      // Query reads the official calendars; DeleteItem takes the mark of the pending start away.
      CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      DeskTable: ['Query'],
      PatentTable: ['Query', 'BatchGetItem'],
    },
    machine: ['StartExecution'],
    patentRegistry: true,
    timeoutSeconds: 29,
  },
  {
    slice,
    name: 'plan-recovery',
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'], MessageTable: ['PutItem'] },
  },
  {
    slice,
    name: 'conclude-recovery',
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      DeskTable: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      PatentTable: ['Query'],
      LedgerTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      MessageTable: ['PutItem'],
    },
    machine: ['SignalTask'],
    timeoutSeconds: 60,
  },
];
