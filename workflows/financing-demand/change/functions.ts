import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  AnswerIdentityRequest,
  ChangeFinancingDemand,
  CloseFinancingDemand,
  GiveConsent,
  ReadDemandSeen,
  ReadFinancingDemand,
  RequestIdentity,
  ShowMatches,
  WithdrawConsent,
} from './routes.ts';

const slice = 'financing-demand';
/** Changes the case, says what institutions are to be told, and draws up the lists that go out at once. */
const change = {
  tables: {
    // DeleteItem takes the mark of the pending start away.
    CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    FinancingTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    DeliveryTable: ['GetItem', 'PutItem'],
    MessageTable: ['PutItem'],
  },
  machine: ['StartExecution'],
  // Has the lists pushed.
  starts: ['list-delivery'],
  timeoutSeconds: 28,
} as const;

/** What changes a demand after it was submitted, and what shows it. */
export const CHANGE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'read-financing-demand',
    routes: [ReadFinancingDemand],
    tables: { CaseTable: ['GetItem'] },
  },
  {
    slice,
    name: 'show-matches',
    routes: [ShowMatches],
    tables: { CaseTable: ['GetItem'], FinancingTable: ['GetItem'] },
  },
  { slice, name: 'change-financing-demand', routes: [ChangeFinancingDemand], ...change },
  { slice, name: 'close-financing-demand', routes: [CloseFinancingDemand], ...change },
  { slice, name: 'give-consent', routes: [GiveConsent], ...change },
  { slice, name: 'withdraw-consent', routes: [WithdrawConsent], ...change },
  { slice, name: 'answer-identity-request', routes: [AnswerIdentityRequest], ...change },
  { slice, name: 'read-demand-seen', routes: [ReadDemandSeen], tables: { CaseTable: ['GetItem'] } },
  { slice, name: 'request-identity', routes: [RequestIdentity], ...change },
];
