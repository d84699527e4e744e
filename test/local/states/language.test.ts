import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';
import { run } from './run.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startStates({
    handlers: {
      double: (input) => (input as { n: number }).n * 2,
      fail: () => {
        throw Object.assign(new Error('no luck'), { name: 'CustomError' });
      },
    },
  });
});
afterAll(() => harness.stop());

const invoke = (name: string, payload: unknown = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: payload },
});

describe('the states language', () => {
  it('hands a Pass state its input on and records the events of AWS', async () => {
    const ran = await run(harness, { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }, { a: 1 });
    expect(ran.output).toEqual({ a: 1 });
    expect(ran.types).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
    expect(ran.events.map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3]);
  });

  it('invokes a function and makes its payload the result', async () => {
    const States = {
      A: { ...invoke('double', { n: 21 }), Output: '{% $states.result.Payload %}', End: true },
    };
    const ran = await run(harness, { StartAt: 'A', States });
    expect(ran.output).toBe(42);
    expect(ran.types.slice(1, 6)).toEqual([
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
    ]);
  });

  it('runs the branches of a Parallel and collects their outputs in order', async () => {
    const branch = (n: number) => ({
      StartAt: `B${n}`,
      States: {
        [`B${n}`]: { ...invoke('double', { n }), Output: '{% $states.result.Payload %}', End: true },
      },
    });
    const States = { A: { Type: 'Parallel', Branches: [branch(1), branch(2), branch(3)], End: true } };
    expect((await run(harness, { StartAt: 'A', States })).output).toEqual([2, 4, 6]);
  });

  it('maps over items with outer variables in sight and inner ones kept inside', async () => {
    const States = {
      Set: { Type: 'Pass', Assign: { factor: 10 }, Next: 'Map' },
      Map: {
        Type: 'Map',
        Items: [1, 2, 3],
        MaxConcurrency: 2,
        ItemProcessor: {
          StartAt: 'I',
          States: {
            I: { Type: 'Pass', Assign: { inner: '{% $states.input * $factor %}' }, Next: 'J' },
            J: { Type: 'Pass', Output: '{% $inner + $states.context.Map.Item.Index %}', End: true },
          },
        },
        End: true,
      },
    };
    expect((await run(harness, { StartAt: 'Set', States })).output).toEqual([10, 21, 32]);
  });

  it('retries, then catches with the error output', async () => {
    const States = {
      A: {
        ...invoke('fail'),
        Retry: [{ ErrorEquals: ['CustomError'], IntervalSeconds: 1, MaxAttempts: 1, JitterStrategy: 'FULL' }],
        Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'B' }],
        End: true,
      },
      B: { Type: 'Succeed' },
    };
    const ran = await run(harness, { StartAt: 'A', States });
    expect(ran.output).toMatchObject({ Error: 'CustomError' });
    expect(ran.types.filter((type) => type === 'TaskFailed')).toHaveLength(2);
  });

  it('fails with the wording of AWS when an expression has no value', async () => {
    const States = { A: { Type: 'Pass', Output: '{% $nothing %}', End: true } };
    const ran = await run(harness, { StartAt: 'A', States });
    expect(ran.error).toBe('States.QueryEvaluationError');
    expect(ran.cause).toMatch(
      /^An error occurred while executing the state 'A' \(entered at the event id #2\)\. The JSONata/,
    );
    expect(ran.types).toContain('EvaluationFailed');
  });
});

/** Sources: LocalStack's recordings, evaluate_jsonata (ITEMS), scenarios (test_map_state_retry, test_map_state_catch, variable_sampling_fail). */
describe('the event that an event follows on', () => {
  const pass = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
  const fail = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E' } } };
  const map = (ItemProcessor: object, more = {}) => ({
    M: { Type: 'Map', Items: [1, 2], MaxConcurrency: 1, ItemProcessor, ...more, End: true },
    Z: { Type: 'Succeed' },
  });
  const start = { M: { Type: 'Pass', Next: 'N' }, N: { Type: 'Pass', Output: '{% $no %}', End: true } };

  it.each([
    [
      'the next iteration: the end of the one before',
      map(pass),
      [0, 0, 2, 3, 4, 5, 6, 6, 8, 9, 10, 11, 11, 13],
    ],
    ['a failed Map: what failed', map(fail), [0, 0, 2, 3, 4, 5, 5, 7]],
    [
      'a Map tried again: what failed',
      map(fail, { Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }] }),
      [0, 0, 2, 3, 4, 5, 5, 7, 8, 9, 9, 11],
    ],
    [
      'a caught Map: its failure',
      map(fail, { Catch: [{ ErrorEquals: ['E'], Next: 'Z' }] }),
      [0, 0, 2, 3, 4, 5, 5, 7, 8, 9, 10],
    ],
    ['an evaluation that failed: what was before the entry', start, [0, 0, 2, 3, 3, 5]],
  ])('%s', async (_, States, links) => {
    const reachable = 'Catch' in States.M ? States : { ...States, Z: undefined };
    const ran = await run(harness, { StartAt: 'M', States: reachable });
    expect(ran.events.map(({ previousEventId }) => previousEventId)).toEqual(links);
  });
});
