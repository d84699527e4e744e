import * as z from 'zod';
import { routeContract } from '../route-contract.ts';
import { ExecutionView } from './execution.ts';

export const ReadExecution = routeContract({
  operationId: 'readExecution',
  method: 'GET',
  path: '/v1/cases/{caseId}/execution',
  summary: {
    zh: '办件的流程运行状态（供运维工程师）：状态机的各状态及经过',
    en: 'How far the machine of a case is, for engineers: its states and when each was entered',
  },
  access: { who: ['office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  query: z.strictObject({
    /** A case that failed and was resumed has several; the latest unless told. */
    attempt: z.coerce.number().int().min(1).max(999).optional(),
  }),
  reply: ExecutionView,
  status: 200,
});
