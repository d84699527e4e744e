import { afterAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { createAsynchronous } from '../../../local/lambda/asynchronous.ts';
import { openEventStore } from '../../../local/lambda/event-store.ts';
import { createLambdaService } from '../../../local/lambda/service.ts';
import { AccessDenied, type Caller } from '../../../local/service.ts';
import { ENGINEER, functionOf, lambdaWith, ROLE_ARN } from './run-function.ts';

const { lambda } = lambdaWith(
  functionOf(
    'export const handler = async (event) => { if (event.fail) throw new Error("no"); return event; };',
  ),
);
const store = openEventStore(':memory:');
const service = createLambdaService({
  lambda,
  asynchronous: createAsynchronous({
    lambda,
    store,
    clock: createVirtualClock(0),
    send: async () => {},
    log: () => {},
  }),
  authorize: (caller, action) => {
    if (caller.kind === 'role') throw new AccessDenied(`not authorized to perform: ${action}`);
  },
});
afterAll(() => lambda.close());

function invoke(
  body: string,
  headers: Record<string, string> = {},
  name = 'work',
  caller: Caller = ENGINEER,
) {
  return service.handle({
    caller,
    method: 'POST',
    path: `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`,
    query: new URLSearchParams(),
    headers,
    body: Buffer.from(body),
  });
}

describe('the Invoke call', () => {
  it('answers what the function answers', async () => {
    expect(await invoke('{"a":1}')).toMatchObject({
      status: 200,
      body: '{"a":1}',
      headers: { 'x-amz-executed-version': '$LATEST' },
    });
  });

  it('answers an error of the function with 200 and says so in a header', async () => {
    const { status, headers, body } = await invoke('{"fail":true}');

    expect([status, headers?.['x-amz-function-error']]).toEqual([200, 'Unhandled']);
    expect(JSON.parse(String(body))).toMatchObject({ errorType: 'Error', errorMessage: 'no' });
  });

  it('accepts an event and answers at once', async () => {
    const { status, body } = await invoke('{}', { 'x-amz-invocation-type': 'Event' });

    expect([status, body]).toEqual([202, undefined]);
    expect(store.all()).toHaveLength(1);
  });

  it('only checks in a dry run', async () => {
    expect(await invoke('{"fail":true}', { 'x-amz-invocation-type': 'DryRun' })).toMatchObject({
      status: 204,
    });
  });

  it.each([
    ['a function that is not there', 'other', '{}', {}, 404, 'ResourceNotFoundException'],
    ['a body that is not JSON', 'work', '{', {}, 400, 'InvalidRequestContentException'],
    [
      'an event over 1 MB',
      'work',
      `"${'x'.repeat(1_048_576)}"`,
      { 'x-amz-invocation-type': 'Event' },
      413,
      'RequestTooLargeException',
    ],
  ])('refuses %s', async (_name, name, body, headers: Record<string, string>, status, errorName) => {
    expect(await invoke(body, headers, name)).toMatchObject({
      status,
      headers: { 'x-amzn-errortype': errorName },
    });
  });

  it('refuses a role without the permission', async () => {
    expect(await invoke('{}', {}, 'work', { kind: 'role', roleArn: ROLE_ARN })).toMatchObject({
      status: 403,
      headers: { 'x-amzn-errortype': 'AccessDeniedException' },
    });
  });
});
