import type { Integration } from './integration.ts';
import { callService } from './service-result.ts';

/** Operations on items. Source: API reference of DynamoDB; tables are the template's business, PartiQL is not offered here. */
const sdkOperations = [
  'batchGetItem',
  'batchWriteItem',
  'deleteItem',
  'describeTable',
  'getItem',
  'putItem',
  'query',
  'scan',
  'transactGetItems',
  'transactWriteItems',
  'updateItem',
] as const;

const optimizedOperations = ['deleteItem', 'getItem', 'putItem', 'updateItem'] as const;

function dynamodbIntegration(resource: string, kind: 'optimized' | 'sdk'): Integration {
  const operation = `${resource.charAt(0).toUpperCase()}${resource.slice(1)}`;
  const isSdk = kind === 'sdk';
  const style = {
    errorPrefix: isSdk ? 'DynamoDb' : 'DynamoDB',
    generalException: isSdk ? 'DynamoDbException' : 'AmazonDynamoDBException',
    serviceName: isSdk ? 'DynamoDb' : 'AmazonDynamoDBv2',
    kind,
  };
  const target = `DynamoDB_20120810.${operation}`;
  return {
    resourceType: isSdk ? 'aws-sdk:dynamodb' : 'dynamodb',
    resource,
    patterns: ['request'],
    call: (request) =>
      callService(
        request,
        { service: 'dynamodb', action: `dynamodb:${operation}`, target, input: request.parameters.value },
        style,
      ),
  };
}

/** `arn:aws:states:::dynamodb:putItem` and `arn:aws:states:::aws-sdk:dynamodb:putItem`, each with its sisters. */
export const dynamodbIntegrations: readonly Integration[] = [
  ...optimizedOperations.map((operation) => dynamodbIntegration(operation, 'optimized')),
  ...sdkOperations.map((operation) => dynamodbIntegration(operation, 'sdk')),
];
