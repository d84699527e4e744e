import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { client, once, SETTINGS } from './client.ts';

const plain = client(() => new DynamoDBClient(SETTINGS));

/** DynamoDB, with undefined members left out of items. */
export const dynamoDb = once(() =>
  DynamoDBDocumentClient.from(plain(), { marshallOptions: { removeUndefinedValues: true } }),
);
