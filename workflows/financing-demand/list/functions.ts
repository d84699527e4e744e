import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  ExportDemandList,
  ListDemandLists,
  LONGEST_WAIT_SECONDS,
  PullDeliveries,
  ReadDemandList,
} from './routes.ts';

const slice = 'financing-demand';
/** Draws up lists and has them pushed. */
const draw = {
  tables: {
    FinancingTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    DeliveryTable: ['GetItem', 'PutItem'],
  },
  starts: ['list-delivery'],
} as const;

/** Every Lambda that draws up lists and shows them. */
export const LIST_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'begin-daily-lists',
    tables: { CaseTable: ['Query'] },
    machine: ['StartExecution'],
    // 09:00 in Asia/Shanghai; whether it is a working day the calendar says.
    everyDayAtUtc: { hour: 1, minute: 0 },
  },
  {
    slice,
    name: 'rematch-demands',
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      FinancingTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
    timeoutSeconds: 120,
  },
  { slice, name: 'plan-lists' },
  { slice, name: 'draw-up-list', ...draw, timeoutSeconds: 60 },
  { slice, name: 'relay-lists', ...draw, everyMinutes: 1, timeoutSeconds: 60 },
  {
    slice,
    name: 'pull-deliveries',
    routes: [PullDeliveries],
    tables: { FinancingTable: ['GetItem', 'Query'], CaseTable: ['BatchGetItem'] },
    timeoutSeconds: LONGEST_WAIT_SECONDS + 8,
  },
  {
    slice,
    name: 'list-demand-lists',
    routes: [ListDemandLists],
    tables: { FinancingTable: ['GetItem'] },
  },
  {
    slice,
    name: 'read-demand-list',
    routes: [ReadDemandList],
    tables: { FinancingTable: ['GetItem', 'Query'] },
  },
  {
    slice,
    name: 'export-demand-list',
    routes: [ExportDemandList],
    tables: { FinancingTable: ['GetItem', 'Query'], CaseTable: ['BatchGetItem'] },
    memoryMb: 1024,
    timeoutSeconds: 28,
  },
];
