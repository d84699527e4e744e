import { argumentsOf, type Integration } from './integration.ts';
import { callService, textOf } from './service-result.ts';

const style = {
  errorPrefix: 'SQS',
  generalException: 'AmazonSQSException',
  serviceName: 'AmazonSQS',
  kind: 'optimized',
} as const;

/** `arn:aws:states:::sqs:sendMessage`. Source: developer guide, "Send messages to an Amazon SQS queue". */
export const sqsSendMessage: Integration = {
  resourceType: 'sqs',
  resource: 'sendMessage',
  patterns: ['request', 'token'],
  required: ['QueueUrl', 'MessageBody'],
  call(request) {
    const { MessageBody, ...rest } = argumentsOf(request);
    const input = { ...rest, MessageBody: textOf(MessageBody) };
    return callService(
      request,
      { service: 'sqs', action: 'sqs:SendMessage', target: 'AmazonSQS.SendMessage', input },
      style,
    );
  },
};
