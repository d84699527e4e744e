import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { CASE_CONDITION } from './case-condition.ts';
import { CASE_KEY } from './case-key.ts';
import type { GuardedWrite } from './write.ts';

/** Markers of what may exist only once: one case per enterprise, purpose and day; one funding per patent. */
export interface ClaimStore {
  /** Fails the transaction with `otherwise` where somebody claimed it before. One write. */
  claim(what: string, owner: string, otherwise: () => Error): GuardedWrite;
  /** Who claimed it. */
  ownerOf(what: string): Promise<string | undefined>;
}

export function claimStore(db: DynamoDBDocumentClient, TableName: string): ClaimStore {
  return {
    claim: (what, owner, otherwise) => ({
      write: {
        Put: {
          TableName,
          Item: { ...CASE_KEY.claim(what), owner },
          ConditionExpression: CASE_CONDITION.absent,
        },
      },
      otherwise,
    }),
    async ownerOf(what) {
      const Key = CASE_KEY.claim(what);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return typeof Item?.owner === 'string' ? Item.owner : undefined;
    },
  };
}
