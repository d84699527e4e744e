import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { translatePassingFault } from '../passing-fault.ts';

/** What every client of AWS is made with. Endpoints, region and credentials come from the environment alone. */
export const SETTINGS = {
  retryMode: 'standard',
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 6_000 },
} as const;

type AnyClient = DynamoDBClient | KMSClient | S3Client | SESv2Client | SFNClient;

/**
 * A client of AWS that is made at its first use and then kept for the life of the Lambda. Each stands in a file of its own in this
 * folder: the functions of a slice share a bundle, and one that starts loads only the files it imports.
 * Faults that pass become a TransientError on the way out of the SDK, after its own retries.
 */
export function client<C extends AnyClient>(make: () => C): () => C {
  return once(() => watched(make()));
}

/** The first value of `make`, ever after. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function watched<C extends AnyClient>(watchedClient: C): C {
  // The stacks differ only in the types of commands, which this middleware passes on untouched.
  const stack = watchedClient.middlewareStack as DynamoDBClient['middlewareStack'];
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw translatePassingFault(error);
      }
    },
    { step: 'initialize', priority: 'high', name: 'passingFaults' },
  );
  return watchedClient;
}
