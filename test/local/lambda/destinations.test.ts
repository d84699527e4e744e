import { describe, expect, it } from 'vitest';
import { createSender } from '../../../local/lambda/destinations.ts';
import { placeIn } from '../../../local/template/place.ts';

const place = placeIn('000000000000', 'ap-east-1', { origin: 'http://o', servicesOrigin: 'http://s' });
const RECORD = JSON.stringify({ requestContext: { condition: 'RetriesExhausted', functionArn: 'arn:f' } });

/** Sends the record to the destination and tells what was called. */
async function sendTo(destinationArn: string) {
  const calls: unknown[] = [];
  const send = createSender(
    place,
    async ({ caller, target, input }) => calls.push([caller, target, input]),
    (caller, functionArn, payload) => calls.push([caller, functionArn, payload]),
  );
  await send(destinationArn, RECORD, 'arn:role');
  return calls;
}
const role = { kind: 'role', roleArn: 'arn:role' };

describe('the record of an asynchronous invocation goes', () => {
  it.each([
    [
      'to a queue',
      'arn:aws:sqs:ap-east-1:000000000000:failures',
      [role, 'AmazonSQS.SendMessage', { QueueUrl: 'http://s/000000000000/failures', MessageBody: RECORD }],
    ],
    [
      'to a function',
      'arn:aws:lambda:ap-east-1:000000000000:function:f',
      [role, 'arn:aws:lambda:ap-east-1:000000000000:function:f', RECORD],
    ],
    [
      'to an event bus',
      'arn:aws:events:ap-east-1:000000000000:event-bus/b',
      [
        role,
        'AWSEvents.PutEvents',
        {
          Entries: [
            {
              EventBusName: 'arn:aws:events:ap-east-1:000000000000:event-bus/b',
              Source: 'lambda',
              DetailType: 'Lambda Function Invocation Result - Failure',
              Resources: ['arn:aws:events:ap-east-1:000000000000:event-bus/b', 'arn:f'],
              Detail: RECORD,
            },
          ],
        },
      ],
    ],
  ])('%s, with the role of the function', async (_name, destinationArn, expected) => {
    expect(await sendTo(destinationArn)).toEqual([expected]);
  });

  it('nowhere else', async () => {
    await expect(sendTo('arn:aws:sns:ap-east-1:000000000000:t')).rejects.toThrow(/cannot be a destination/);
  });
});
