import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
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
 * end. Each patent is claimed by itself, because five hundred do not fit into one transaction and each stands or falls by itself.
 */
export interface PatentClaimStore {
  /** Claims a patent; answers who has it, this case or another. Done again it answers the same. */
  claim(claim: PatentClaim): Promise<PatentClaim>;
  /** Gives back what a case claimed; a claim of another case stays. */
  release(number: string, caseId: string): Promise<void>;
  holderOf(number: string): Promise<PatentClaim | undefined>;
}

/** A claim may be released between our attempt and our look at whose it is. */
const ATTEMPTS = 5;

export function patentClaimStore(db: DynamoDBDocumentClient, TableName: string): PatentClaimStore {
  const holderOf = async (number: string) => {
    const Key = PATENT_KEY.claim(number);
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && PatentClaim.parse(Item);
  };
  return {
    holderOf,
    async claim(claim) {
      const Item = { ...PATENT_KEY.claim(claim.number), ...claim };
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const put = new PutCommand({ TableName, Item, ConditionExpression: PATENT_CONDITION.absent });
        if (await holds(() => db.send(put))) return claim;
        const holder = await holderOf(claim.number);
        if (holder) return holder;
      }
      throw new Error(`the claim of ${claim.number} comes and goes`);
    },
    async release(number, caseId) {
      const release = new DeleteCommand({
        TableName,
        Key: PATENT_KEY.claim(number),
        ConditionExpression: PATENT_CONDITION.ownClaim,
        ExpressionAttributeValues: { ':caseId': caseId },
      });
      await holds(() => db.send(release));
    },
  };
}

/** Whether the condition of a write held. */
async function holds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
