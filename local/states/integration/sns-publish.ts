import { argumentsOf, type Integration } from './integration.ts';
import { callService, textOf } from './service-result.ts';

const style = { errorPrefix: 'SNS', serviceName: 'AmazonSNS', kind: 'optimized' } as const;

/** `arn:aws:states:::sns:publish`. Source: developer guide, "Publish messages to an Amazon SNS topic". */
export const snsPublish: Integration = {
  resourceType: 'sns',
  resource: 'publish',
  patterns: ['request', 'token'],
  required: ['Message'],
  call(request) {
    const { Message, ...rest } = argumentsOf(request);
    const input = { ...rest, Message: textOf(Message) };
    return callService(
      request,
      { service: 'sns', action: 'sns:Publish', target: 'AmazonSNS.Publish', input },
      style,
    );
  },
};
