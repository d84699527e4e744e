import type { JsonObject, JsonValue } from '../json.ts';
import type { Caller } from '../service.ts';
import type { Place } from '../template/place.ts';
import type { SendTo } from './asynchronous.ts';

/** Calls an emulated service as an SDK would. */
type Call = (request: {
  readonly caller: Caller;
  readonly service: string;
  readonly action: string;
  readonly target: string;
  readonly input: JsonValue;
}) => Promise<unknown>;

/**
 * The destinations of asynchronous invocations: queues, functions, event buses
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html). Others are refused.
 */
export function createSender(
  place: Place,
  call: Call,
  invokeAsync: (caller: Caller, functionArn: string, payload: string) => void,
): SendTo {
  return async (destinationArn, body, roleArn) => {
    const caller: Caller = { kind: 'role', roleArn };
    switch (destinationArn.split(':')[2]) {
      case 'lambda':
        return invokeAsync(caller, destinationArn, body);
      case 'sqs': {
        const name = destinationArn.split(':').at(-1) ?? '';
        const input = { QueueUrl: `${place.servicesOrigin}/${place.accountId}/${name}`, MessageBody: body };
        await call({
          caller,
          service: 'sqs',
          action: 'sqs:SendMessage',
          target: 'AmazonSQS.SendMessage',
          input,
        });
        return;
      }
      case 'events': {
        const input = { Entries: [entryOf(destinationArn, body)] };
        await call({
          caller,
          service: 'events',
          action: 'events:PutEvents',
          target: 'AWSEvents.PutEvents',
          input,
        });
        return;
      }
      default:
        throw new Error(`${destinationArn} cannot be a destination on one machine`);
    }
  };
}

function entryOf(busArn: string, body: string): JsonObject {
  const { requestContext } = JSON.parse(body);
  const outcome = requestContext?.condition === 'Success' ? 'Success' : 'Failure';
  return {
    EventBusName: busArn,
    Source: 'lambda',
    DetailType: `Lambda Function Invocation Result - ${outcome}`,
    Resources: [busArn, String(requestContext?.functionArn ?? '')],
    Detail: body,
  };
}
