import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { translatePassingFault } from './passing-fault.ts';

/**
 * The only clients of AWS. Each is made at its first use and then kept for the life of the Lambda; a function's bundle
 * holds only those it calls. Endpoints, region and credentials come from the environment alone.
 */
const SETTINGS = {
  retryMode: 'standard',
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 6_000 },
} as const;

/** DynamoDB, with undefined members left out of items. */
export const dynamoDb = once(() =>
  DynamoDBDocumentClient.from(watched(new DynamoDBClient(SETTINGS)), {
    marshallOptions: { removeUndefinedValues: true },
  }),
);
export const stepFunctions = once(() => watched(new SFNClient(SETTINGS)));
export const ses = once(() => watched(new SESv2Client(SETTINGS)));
export const kms = once(() => watched(new KMSClient(SETTINGS)));
export const s3 = once(() => watched(new S3Client({ ...SETTINGS, forcePathStyle: localEndpoint() })));

/** A bucket's own host name (bucket.host) cannot be looked up where the endpoint is an address of this machine. */
function localEndpoint(): boolean {
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL ?? '';
  return /^http:\/\/(127\.0\.0\.1|localhost)\b/.test(endpoint);
}

/* @__NO_SIDE_EFFECTS__ the bundler leaves out the clients a function does not call */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type AnyClient = DynamoDBClient | KMSClient | S3Client | SESv2Client | SFNClient;

/** Faults that pass become a TransientError on the way out of the SDK, after its own retries. */
function watched<C extends AnyClient>(client: C): C {
  // The stacks differ only in the types of commands, which this middleware passes on untouched.
  const stack = client.middlewareStack as DynamoDBClient['middlewareStack'];
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
  return client;
}
