import type { FunctionSpec } from '../../shared/function-spec.ts';
import { ExportFinancingReport, ShowFinancingReport, ShowPublicStatistics } from '../report/routes.ts';
import {
  AcceptOffer,
  CompareOffers,
  GiveAnswer,
  ReceiveAnswer,
  ShowAnswer,
  ShowAnswerRules,
} from './routes.ts';

const slice = 'financing-demand';
/** A demand and its answers change together, and lists are drawn up of it. */
const CHANGES_DEMAND = {
  CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
  FinancingTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
  DeliveryTable: ['GetItem', 'PutItem'],
  MessageTable: ['PutItem'],
} as const;

/** Every Lambda of what institutions answer, and of the reports over it. */
export const ANSWER_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'give-answer',
    routes: [GiveAnswer],
    tables: CHANGES_DEMAND,
    starts: ['list-delivery'],
    // A refusal may begin the next round and draw up its lists.
    timeoutSeconds: 28,
  },
  {
    slice,
    name: 'receive-answer',
    routes: [ReceiveAnswer],
    tables: CHANGES_DEMAND,
    starts: ['list-delivery'],
    timeoutSeconds: 28,
  },
  { slice, name: 'show-answer-rules', routes: [ShowAnswerRules] },
  { slice, name: 'show-answer', routes: [ShowAnswer], tables: { FinancingTable: ['GetItem'] } },
  {
    slice,
    name: 'compare-offers',
    routes: [CompareOffers],
    tables: { CaseTable: ['GetItem'], FinancingTable: ['Query'] },
  },
  {
    slice,
    name: 'accept-offer',
    routes: [AcceptOffer],
    tables: CHANGES_DEMAND,
    starts: ['list-delivery'],
    timeoutSeconds: 28,
  },
  { slice, name: 'keep-promises', tables: CHANGES_DEMAND, everyMinutes: 15, timeoutSeconds: 120 },
  {
    slice,
    name: 'show-financing-report',
    routes: [ShowFinancingReport],
    tables: { FinancingTable: ['Query'] },
  },
  {
    slice,
    name: 'show-public-statistics',
    routes: [ShowPublicStatistics],
    tables: { FinancingTable: ['Query'] },
  },
  {
    slice,
    name: 'export-financing-report',
    routes: [ExportFinancingReport],
    tables: { FinancingTable: ['Query'] },
  },
];
