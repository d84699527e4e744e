import { DescribeMapRunCommand, ListExecutionsCommand, ListMapRunsCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, history, run, start } from './run.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startStates({
    call: async ({ action }) => {
      if (action !== 's3:GetObject') throw new Error(`unexpected ${action}`);
      return { Body: 'id,name\n1,"Li, Ltd"\n2,Wang\n' };
    },
  });
});
afterAll(() => harness.stop());

const failing = {
  StartAt: 'Check',
  States: {
    Check: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input = 3 %}', Next: 'Bad' }],
      Default: 'Good',
    },
    Good: { Type: 'Pass', Output: '{% $states.input * 10 %}', End: true },
    Bad: { Type: 'Fail', Error: 'BadItem' },
  },
};

const map = (more: object, processor: object = failing) => ({
  StartAt: 'Map',
  States: {
    Map: {
      Type: 'Map',
      Label: 'items',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...processor },
      End: true,
      ...more,
    },
  },
});

describe('a distributed Map', () => {
  it('runs each item in an execution of its own and collects the outputs in order', async () => {
    const ran = await run(harness, map({ Items: [1, 2, 4, 5], MaxConcurrency: 2 }));
    expect(ran.output).toEqual([10, 20, 40, 50]);
    expect(ran.types).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('fails when more items fail than tolerated', async () => {
    const ran = await run(harness, map({ Items: [1, 2, 3] }));
    expect(ran).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
    expect(ran.types.slice(-3)).toEqual(['MapRunFailed', 'MapStateFailed', 'ExecutionFailed']);
  });

  it('keeps the place of tolerated failures and shows the run through the API', async () => {
    const machine = await createMachine(
      harness.client,
      map({ Items: [1, 2, 3, 4], ToleratedFailurePercentage: 25 }),
    );
    const executionArn = await start(harness.client, machine);
    expect((await end(harness, executionArn)).output).toBe(
      '[10,20,{"Status":"FAILED","Error":"BadItem"},40]',
    );
    const { mapRuns } = await harness.client.send(new ListMapRunsCommand({ executionArn }));
    const mapRunArn = mapRuns?.[0]?.mapRunArn;
    expect(mapRuns).toMatchObject([{ executionArn, stateMachineArn: `${machine}/items` }]);
    expect(mapRunArn).toMatch(/:mapRun:machine-\d+\/items:[0-9a-f-]{36}$/);
    const described = await harness.client.send(new DescribeMapRunCommand({ mapRunArn }));
    expect(described).toMatchObject({
      status: 'SUCCEEDED',
      itemCounts: { succeeded: 3, failed: 1, total: 4, pending: 0, running: 0 },
    });
    const children = await harness.client.send(
      new ListExecutionsCommand({ mapRunArn, statusFilter: 'FAILED' }),
    );
    expect(children.executions).toHaveLength(1);
    const childHistory = await history(harness.client, children.executions?.[0]?.executionArn ?? '');
    expect(childHistory.at(-1)?.type).toBe('ExecutionFailed');
  });

  it('batches items with a common input', async () => {
    const processor = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
    const batcher = { MaxItemsPerBatch: 2, BatchInput: { year: 2026 } };
    const ran = await run(harness, map({ Items: [1, 2, 3], ItemBatcher: batcher }, processor));
    expect(ran.output).toEqual([
      { BatchInput: { year: 2026 }, Items: [1, 2] },
      { BatchInput: { year: 2026 }, Items: [3] },
    ]);
  });

  it('reads its items from an object', async () => {
    const processor = {
      StartAt: 'P',
      States: { P: { Type: 'Pass', Output: '{% $states.input.name %}', End: true } },
    };
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      Arguments: { Bucket: 'b', Key: 'k' },
    };
    expect((await run(harness, map({ ItemReader }, processor))).output).toEqual(['Li, Ltd', 'Wang']);
  });

  it('handles no items', async () => {
    expect((await run(harness, map({ Items: [] }))).output).toEqual([]);
  });
});
