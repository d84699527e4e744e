import * as z from 'zod';
import { AskedQuestion } from '../shared/desk-steps.ts';
import type { StepContract } from '../shared/step-contract.ts';

/** What the machine passes to each step and gets back: ids and dates only. The steps sign and render are certificate's own. */

const CaseId = z.strictObject({ caseId: z.string().min(1) });
const CertificateNumber = z.string().min(1);

export const PlanReview = {
  input: CaseId,
  output: CaseId.extend({ questions: z.array(AskedQuestion) }),
} satisfies StepContract;

export const AssignCertificateNumber = {
  input: CaseId,
  output: CaseId.extend({ number: CertificateNumber }),
} satisfies StepContract;

export const PublishCertificate = {
  input: CaseId.extend({ number: CertificateNumber }),
  output: CaseId.extend({ number: CertificateNumber, status: z.literal('ISSUED') }),
} satisfies StepContract;
