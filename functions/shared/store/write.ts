import { setTimeout as delay } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { TransientError } from '../errors.ts';

/** One write of a transaction, as the SDK knows it. */
export type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A write and what it means when its condition does not hold. Stores return these; the caller composes one atomic write. */
export interface GuardedWrite {
  readonly write: WriteItem;
  /** The error to throw; absent where the condition cannot fail unless our own code is wrong. */
  readonly otherwise?: () => Error;
}

/**
 * Writes everything or nothing.
 * @throws the `otherwise` of the first write, in the order given, whose condition did not hold; TransientError where another
 * transaction held one of the items all the while.
 */
export type Commit = (writes: readonly GuardedWrite[]) => Promise<void>;

const ATTEMPTS = 6;
const FIRST_DELAY_MS = 20;

export function committer(db: DynamoDBDocumentClient): Commit {
  return async (writes) => {
    const command = new TransactWriteCommand({ TransactItems: writes.map(({ write }) => write) });
    for (let attempt = 1; ; attempt++) {
      const collision = await tryOnce(db, command, writes);
      if (!collision) return;
      if (attempt === ATTEMPTS) throw new TransientError('Too many writers at once', { cause: collision });
      await delay(Math.random() * FIRST_DELAY_MS * 2 ** attempt);
    }
  };
}

/** Answers the collision with another transaction, if that is all that was wrong. */
async function tryOnce(
  db: DynamoDBDocumentClient,
  command: TransactWriteCommand,
  writes: readonly GuardedWrite[],
): Promise<Error | undefined> {
  try {
    await db.send(command);
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const lost = lostCondition(error, writes);
    if (lost) throw lost;
    if (collided(error)) return error;
    throw error;
  }
}

const codes = (error: TransactionCanceledException) =>
  (error.CancellationReasons ?? []).map((reason) => reason.Code);

function lostCondition(
  error: TransactionCanceledException,
  writes: readonly GuardedWrite[],
): Error | undefined {
  const index = codes(error).indexOf('ConditionalCheckFailed');
  if (index < 0) return undefined;
  return (
    writes[index]?.otherwise?.() ??
    new Error(`The condition of write ${index} must hold and does not`, { cause: error })
  );
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling */
function collided(error: TransactionCanceledException): boolean {
  return codes(error).some(
    (code) =>
      code === 'TransactionConflict' ||
      code === 'ThrottlingError' ||
      code === 'ProvisionedThroughputExceeded',
  );
}
