import * as z from 'zod';
import type { StepContract } from '../step-contract.ts';

/**
 * What GuardDuty Malware Protection for S3 tells EventBridge; only what is read is described.
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export const RecordScanResult = {
  input: z.looseObject({
    detail: z.looseObject({
      s3ObjectDetails: z.looseObject({ objectKey: z.string().min(1) }),
      scanResultDetails: z.looseObject({
        scanResultStatus: z.enum([
          'NO_THREATS_FOUND',
          'THREATS_FOUND',
          'UNSUPPORTED',
          'ACCESS_DENIED',
          'FAILED',
        ]),
      }),
    }),
  }),
  output: z.strictObject({ recorded: z.boolean() }),
} satisfies StepContract;
