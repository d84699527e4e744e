import { dynamodbIntegrations } from './dynamodb.ts';
import { eventsPutEvents } from './events-put-events.ts';
import type { Integration } from './integration.ts';
import { lambdaInvoke } from './lambda-invoke.ts';
import { s3GetObject, s3PutObject } from './s3.ts';
import { sqsSendMessage } from './sqs-send-message.ts';
import { statesStartExecution } from './states-start-execution.ts';

/** Every supported service integration; what is not here is refused when a machine is created. */
export const integrations: readonly Integration[] = [
  lambdaInvoke,
  statesStartExecution,
  ...dynamodbIntegrations,
  eventsPutEvents,
  sqsSendMessage,
  s3GetObject,
  s3PutObject,
];

const byName = new Map(integrations.map((each) => [`${each.resourceType}:${each.resource}`, each]));

/** @param name the resource ARN after `:::`, without the pattern: `lambda:invoke` */
export function findIntegration(name: string): Integration | undefined {
  return byName.get(name);
}
