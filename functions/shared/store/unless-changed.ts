import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** A conditional write after which it is no fault that another was faster: what it was to change is another by now, or gone. */
export async function unlessChanged(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
