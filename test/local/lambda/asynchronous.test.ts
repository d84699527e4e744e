import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../../../local/clock.ts';
import { createAsynchronous } from '../../../local/lambda/asynchronous.ts';
import { openEventStore } from '../../../local/lambda/event-store.ts';
import type { FunctionSpec } from '../../../local/lambda/function-spec.ts';
import type { FunctionResult } from '../../../local/service.ts';
import { functionOf } from './run-function.ts';

const SUCCESS: FunctionResult = { ok: true, payload: '"done"', executedVersion: '$LATEST' };
const FAILURE: FunctionResult = {
  ok: false,
  errorType: 'Error',
  errorMessage: 'boom',
  payload: '{"errorType":"Error","errorMessage":"boom"}',
};
const THROTTLED: FunctionResult = {
  ok: false,
  errorType: 'Lambda.TooManyRequestsException',
  errorMessage: 'Rate Exceeded.',
};

/** A queue before a function that gives these results, one after the other; `runs` are the times of its invocations. */
function queueWith(
  results: readonly FunctionResult[],
  {
    clock = createVirtualClock(0),
    file = ':memory:',
    settings = {} as Partial<FunctionSpec['asynchronous']>,
  } = {},
) {
  const runs: number[] = [];
  const sent: { to: string; body: unknown }[] = [];
  const base = functionOf('');
  const spec = { ...base, asynchronous: { ...base.asynchronous, ...settings } };
  const queue = createAsynchronous({
    clock,
    store: openEventStore(file),
    log: () => {},
    send: async (to, body) => void sent.push({ to, body: JSON.parse(body) }),
    lambda: {
      find: (name) => (name === 'work' ? { spec, arn: spec.arn, version: '$LATEST' } : undefined),
      run: async () => {
        runs.push(clock.now() / 1000);
        return results[runs.length - 1] ?? SUCCESS;
      },
    },
  });
  return { queue, runs, sent, clock };
}

const HOUR_MS = 3_600_000;
const later = (clock: VirtualClock) => clock.advance(12 * HOUR_MS);

describe('an asynchronous invocation', () => {
  it('runs once when it succeeds', async () => {
    const { queue, runs, clock } = queueWith([SUCCESS]);

    queue.accept('work', '{}');
    await later(clock);

    expect(runs).toEqual([0]);
  });

  it('is tried again after one minute and after two more', async () => {
    const { queue, runs, clock } = queueWith([FAILURE, FAILURE, FAILURE, FAILURE]);

    queue.accept('work', '{}');
    await later(clock);

    expect(runs).toEqual([0, 60, 180]);
  });

  it('is tried as often as the function says', async () => {
    const { queue, runs, clock } = queueWith([FAILURE, FAILURE], { settings: { maximumRetries: 0 } });

    queue.accept('work', '{}');
    await later(clock);

    expect(runs).toEqual([0]);
  });

  it('that finds no room is tried again until it is too old', async () => {
    const throttled = Array.from({ length: 100 }, () => THROTTLED);
    const { queue, runs, clock } = queueWith(throttled, { settings: { maximumAgeSeconds: 60 } });

    queue.accept('work', '{}');
    await later(clock);

    expect(runs).toEqual([0, 1, 3, 7, 15, 31]);
  });

  it('hands a record of its failure to the destination, and the event to the dead-letter queue', async () => {
    const { queue, sent, clock } = queueWith([FAILURE], {
      settings: { maximumRetries: 0, onFailureArn: 'arn:failures', deadLetterArn: 'arn:dead' },
    });

    const { id } = queue.accept('work', '{"case":"C1"}');
    await later(clock);

    expect(sent).toEqual([
      {
        to: 'arn:failures',
        body: {
          version: '1.0',
          timestamp: '1970-01-01T00:00:00.000Z',
          requestContext: {
            requestId: id,
            functionArn: 'arn:aws:lambda:ap-east-1:000000000000:function:work',
            condition: 'RetriesExhausted',
            approximateInvokeCount: 1,
          },
          requestPayload: { case: 'C1' },
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: { errorType: 'Error', errorMessage: 'boom' },
        },
      },
      { to: 'arn:dead', body: { case: 'C1' } },
    ]);
  });

  it('that was accepted survives the end of the process', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'events-')), 'events.db');
    const clock = createVirtualClock(0);
    const before = queueWith([FAILURE], { file, clock });
    before.queue.accept('work', '{}');
    await clock.advance(1_000);
    before.queue.close();

    const after = queueWith([SUCCESS], { file, clock });
    after.queue.resume();
    await later(clock);
    after.queue.close();

    expect([before.runs, after.runs]).toEqual([[0], [60]]);
  });
});
