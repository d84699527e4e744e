import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { ReviewPeriod } from '../contract.ts';
import { SubmittedCase } from '../routes.ts';

/** What a renewal (续期) would ask for, shown to the applicant before and after: the period may begin later than the first did. */
const Renewal = z.strictObject({
  /** The case that is renewed and the report it shows. */
  renews: z.strictObject({ caseId: z.string(), caseNumber: z.string(), number: z.string() }),
  previousPeriod: ReviewPeriod,
  /** Until today. */
  period: ReviewPeriod,
  /** The start moved, because a period is at most so many years long. */
  startMoved: z.boolean(),
  maximumPeriodYears: z.int().positive(),
});
export type Renewal = z.infer<typeof Renewal>;

const ByCase = z.strictObject({ caseId: z.string().min(1).max(64) });
const Applicant = { who: ['enterprise'], object: 'case' } as const;

export const PreviewRenewal = routeContract({
  operationId: 'previewRenewal',
  method: 'GET',
  path: '/v1/cases/{caseId}/renewal',
  summary: { zh: '查看续期将核查的期间', en: 'The period that a renewal of the case would ask for' },
  access: Applicant,
  params: ByCase,
  reply: Renewal,
  status: 200,
});

export const RenewListingCase = routeContract({
  operationId: 'renewListingCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/renewal',
  summary: { zh: '续期：以同一申请核查至今天', en: 'Renew: the same application, examined up to today' },
  access: Applicant,
  params: ByCase,
  reply: SubmittedCase.extend(Renewal.shape),
  status: 201,
  idempotencyKey: true,
});
