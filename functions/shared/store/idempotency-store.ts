import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CASE_CONDITION } from './case-condition.ts';
import { CASE_KEY } from './case-key.ts';
import type { GuardedWrite } from './write.ts';

/** A request the caller may safely send again: made by the door from Idempotency-Key, operation, path and body. */
export interface IdempotentRequest {
  readonly organisationId: string;
  readonly key: string;
  /** SHA-256 (hex) of operation, path parameters and body. */
  readonly requestHash: string;
}

const Marker = z.object({ requestHash: z.string(), reply: z.string() });

/** Somebody sent the same key at the same moment and was first; the door answers with what that one was answered. */
export class IdempotencyKeyTaken extends Error {
  override readonly name = 'IdempotencyKeyTaken';
}

/** How long a key is remembered. */
const KEPT_SECONDS = 90 * 24 * 60 * 60;

export interface IdempotencyStore {
  /**
   * The marker to put FIRST into the transaction of the write: the request and what it was answered. Sent again, the door
   * answers the same without calling the function; with another body it refuses. One write.
   */
  remember(request: IdempotentRequest, reply: unknown, now: Date): GuardedWrite;
  /** The stored reply of a key; `sameRequest` is false where the key was used for another request. */
  find(request: IdempotentRequest): Promise<{ sameRequest: boolean; reply: unknown } | undefined>;
}

export function idempotencyStore(db: DynamoDBDocumentClient, TableName: string): IdempotencyStore {
  return {
    remember: ({ organisationId, key, requestHash }, reply, now) => ({
      write: {
        Put: {
          TableName,
          Item: {
            ...CASE_KEY.idempotency(organisationId, key),
            requestHash,
            reply: JSON.stringify(reply),
            expiresAtSeconds: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
          },
          ConditionExpression: CASE_CONDITION.absent,
        },
      },
      otherwise: () => new IdempotencyKeyTaken('The key was used at the same moment'),
    }),
    async find({ organisationId, key, requestHash }) {
      const Key = CASE_KEY.idempotency(organisationId, key);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return undefined;
      const marker = Marker.parse(Item);
      return { sameRequest: marker.requestHash === requestHash, reply: JSON.parse(marker.reply) };
    },
  };
}
