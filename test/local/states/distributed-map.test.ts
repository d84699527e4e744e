import { DescribeMapRunCommand, ListExecutionsCommand, ListMapRunsCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, history, run, start } from './run.ts';

let harness: Harness;
/** What the object holds that a test reads. */
let object = '';
beforeAll(async () => {
  harness = await startStates({
    call: async ({ action }) => {
      if (action !== 's3:GetObject') throw new Error(`unexpected ${action}`);
      if (object === '')
        throw Object.assign(new Error('The specified key does not exist.'), { name: 'NoSuchKey' });
      return { Body: object };
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

  const reading = (text: string, ReaderConfig: object, more: object = {}) => {
    object = text;
    const processor = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig,
      Arguments: { Bucket: 'b', Key: 'k' },
    };
    return run(harness, map({ ItemReader, ...more }, processor));
  };
  const csv = { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' };

  // Rows as recorded by LocalStack, scenarios/test_base_scenarios, test_map_item_reader_base_csv_headers_first_line.
  it.each([
    ['CSV with quotes', 'id,name\n1,"Li, ""Ltd"""\n', csv, [{ id: '1', name: 'Li, "Ltd"' }]],
    [
      'CSV with rows that are short, long and blank',
      'a,b\nValue1\n,,,\n   \n',
      csv,
      [
        { a: 'Value1', b: '' },
        { a: '', b: '' },
        { a: '   ', b: '' },
      ],
    ],
    ['CSV with backslashes', 'path\nC:\\\\Program Files\\, x\\y\n', csv, [{ path: 'C:\\Program Files, xy' }]],
    [
      'CSV with given headers',
      '1|2\n',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['a', 'b'], CSVDelimiter: 'PIPE' },
      [{ a: '1', b: '2' }],
    ],
    ['JSON', '[1,{"a":2}]', { InputType: 'JSON' }, [1, { a: 2 }]],
    ['lines of JSON', '{"a":1}\n\n2\n', { InputType: 'JSONL' }, [{ a: 1 }, 2]],
    ['no more than MaxItems', '[1,2,3]', { InputType: 'JSON', MaxItems: '{% 1 + 1 %}' }, [1, 2]],
  ])('reads its items from an object: %s', async (_name, text, config, items) => {
    expect((await reading(text, config)).output).toEqual(items);
  });

  it.each([
    ['is no list', '{"Hello":"world"}', { InputType: 'JSON' }, 'Attempting to map over non-iterable node.'],
    ['has two columns of one name', 'a,a\n1,2\n', csv, 'CSV headers cannot contain duplicates.'],
    ['is not there', '', csv, 'The specified key does not exist.'],
  ])('fails with States.ItemReaderFailed when the object %s', async (_name, text, config, cause) => {
    const failed = await reading(text, config);
    expect(failed).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed', cause });
    const Catch = [{ ErrorEquals: ['States.ItemReaderFailed'], Output: 'caught', Next: 'After' }];
    object = text;
    const definition = map({
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: config, Arguments: {} },
      Catch,
    });
    const After = { Type: 'Succeed' };
    const caught = await run(harness, { ...definition, States: { ...definition.States, After } });
    expect(caught.output).toBe('caught');
  });

  it('handles no items', async () => {
    expect((await run(harness, map({ Items: [] }))).output).toEqual([]);
  });
});
