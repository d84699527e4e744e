import * as z from 'zod';
import { CaseSummary } from '../../shared/case.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { ObjectionSubmission } from './contract.ts';

/** The door takes any JSON and the handler judges it: one answer lists the faults of shape and of rules together. */
const AnyObjection = z.unknown().meta({ ...ObjectionSubmission.toJSONSchema({ io: 'input' }) });

/** Room for five attachments of 512 KiB in base64; the exact limits are rule data. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

export const RaiseObjection = routeContract({
  operationId: 'raiseObjection',
  method: 'POST',
  path: '/v1/cases/{caseId}/objections',
  summary: { zh: '对已出具报告的记录提出异议', en: 'Dispute recorded facts of an issued certificate' },
  access: { who: ['enterprise'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  body: AnyObjection,
  bodyLimitBytes: BODY_LIMIT_BYTES,
  /** The objection is a case of its own: it is read, followed and withdrawn as any case is. */
  reply: CaseSummary,
  status: 201,
  idempotencyKey: true,
});
