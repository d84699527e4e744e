import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { batchGet } from './batch-get.ts';
import { PATENT_CONDITION } from './patent-condition.ts';
import { PATENT_KEY } from './patent-key.ts';

/** Whose a patent is: the case that is funded for it, or means to be. */
export const PatentClaim = z.object({
  number: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  applicantName: z.string(),
  claimedAt: z.iso.datetime({ offset: true }),
});
export type PatentClaim = z.infer<typeof PatentClaim>;

/**
 * 每件专利仅限一次: one row for each patent, across all programmes, for ever. A claim stays when it is paid and is released on every other
 * end. Wrap read and commit in `untilFresh` (claims/each-patent.ts).
 */
export interface PatentClaimStore {
  /** Who has which of these patents; nobody has the others. */
  holdersOf(numbers: readonly string[]): Promise<Map<string, PatentClaim>>;
  /** Claims what nobody has. */
  claim(claim: PatentClaim): GuardedWrite;
  /** Gives back what a case has. */
  release(number: string, caseId: string): GuardedWrite;
}

export function patentClaimStore(db: DynamoDBDocumentClient, TableName: string): PatentClaimStore {
  return {
    async holdersOf(numbers) {
      const items = await batchGet(db, TableName, numbers.map(PATENT_KEY.claim));
      const claims = items.map((item) => PatentClaim.parse(item));
      return new Map(claims.map((claim) => [claim.number, claim]));
    },
    claim: (claim) => ({
      write: {
        Put: {
          TableName,
          Item: { ...PATENT_KEY.claim(claim.number), ...claim },
          ConditionExpression: PATENT_CONDITION.absent,
        },
      },
      otherwise: () => new StaleReadError(`the claim of ${claim.number}`),
    }),
    release: (number, caseId) => ({
      write: {
        Delete: {
          TableName,
          Key: PATENT_KEY.claim(number),
          ConditionExpression: PATENT_CONDITION.ownClaim,
          ExpressionAttributeValues: { ':caseId': caseId },
        },
      },
      otherwise: () => new StaleReadError(`the claim of ${number}`),
    }),
  };
}
