import * as z from 'zod';
import { CaseSummary } from '../../shared/case.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { RecoveryRequest } from './contract.ts';

export const OpenRecovery = routeContract({
  operationId: 'openRecovery',
  method: 'POST',
  path: '/v1/cases/{caseId}/recoveries',
  summary: { zh: '对已拨付的非正常申请启动追回', en: 'Ask back what was paid for filings found abnormal' },
  access: { who: ['department', 'office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  body: RecoveryRequest,
  /** The recovery is a case of its own: it is read and followed as any case is. */
  reply: CaseSummary,
  status: 201,
  idempotencyKey: true,
});
