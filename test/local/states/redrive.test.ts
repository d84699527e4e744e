import {
  DescribeExecutionCommand,
  type ExecutionRedriveFilter,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, history, start } from './run.ts';

let harness: Harness;
let broken: boolean;
let calls: string[];

beforeEach(async () => {
  broken = true;
  calls = [];
  harness = await startStates({
    handlers: {
      work: (input) => {
        const { name } = input as { name: string };
        calls.push(name);
        if (broken && name.startsWith('bad')) throw new Error('broken');
        return name;
      },
    },
  });
});
afterEach(() => harness.stop());

const work = (name: string, transition: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'work', Payload: { name } },
  Output: '{% $states.result.Payload %}',
  ...transition,
});
const graph = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const redrive = (executionArn: string) => harness.client.send(new RedriveExecutionCommand({ executionArn }));

async function failOnce(definition: object): Promise<string> {
  const executionArn = await start(harness.client, await createMachine(harness.client, definition));
  expect((await end(harness, executionArn)).status).toBe('FAILED');
  broken = false;
  calls = [];
  return executionArn;
}

describe('RedriveExecution', () => {
  it('goes on with the state that failed', async () => {
    const executionArn = await failOnce(graph({ A: work('good', { Next: 'B' }), B: work('bad') }));
    await redrive(executionArn);
    expect(await end(harness, executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      output: '"bad"',
      redriveCount: 1,
    });
    expect(calls).toEqual(['bad']);
    const types = (await history(harness.client, executionArn)).map(({ type }) => type);
    expect(types.slice(types.indexOf('ExecutionFailed'))).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('can be asked for in a list', async () => {
    const stateMachineArn = await createMachine(harness.client, graph({ A: work('bad') }));
    const arns = [await start(harness.client, stateMachineArn), await start(harness.client, stateMachineArn)];
    for (const arn of arns) await end(harness, arn);
    broken = false;
    const [redriven = '', other = ''] = arns;
    await redrive(redriven);
    await end(harness, redriven);
    const list = async (redriveFilter: ExecutionRedriveFilter) =>
      (
        await harness.client.send(new ListExecutionsCommand({ stateMachineArn, redriveFilter }))
      ).executions?.map(({ executionArn }) => executionArn);
    expect(await list('REDRIVEN')).toEqual([redriven]);
    expect(await list('NOT_REDRIVEN')).toEqual([other]);
    await expect(list('SOME' as ExecutionRedriveFilter)).rejects.toMatchObject({
      message:
        "1 validation error detected: Value 'SOME' at 'redriveFilter' failed to satisfy constraint: Member must satisfy enum value set: [NOT_REDRIVEN, REDRIVEN]",
    });
  });

  it('does only the unsuccessful branches of a Parallel again', async () => {
    const Branches = [graph({ A: work('good') }), graph({ B: work('bad') })];
    const executionArn = await failOnce(graph({ P: { Type: 'Parallel', Branches, End: true } }));
    await redrive(executionArn);
    expect((await end(harness, executionArn)).output).toBe('["good","bad"]');
    expect(calls).toContain('bad');
  });

  it('does only the unsuccessful iterations of a Map again', async () => {
    const ItemProcessor = graph({ A: work('{% $states.input %}') });
    const mapState = {
      Type: 'Map',
      Items: ['good', 'bad', 'late'],
      MaxConcurrency: 1,
      ItemProcessor,
      End: true,
    };
    const executionArn = await failOnce(graph({ M: mapState }));
    await redrive(executionArn);
    expect((await end(harness, executionArn)).output).toBe('["good","bad","late"]');
    expect(calls).toEqual(['bad', 'late']);
  });

  it('does only the unsuccessful children of a distributed Map again', async () => {
    const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
    const ItemProcessor = { ProcessorConfig, ...graph({ A: work('{% $states.input %}') }) };
    const mapState = { Type: 'Map', Items: ['good', 'bad'], MaxConcurrency: 1, ItemProcessor, End: true };
    const executionArn = await failOnce(graph({ M: mapState }));
    await redrive(executionArn);
    expect((await end(harness, executionArn)).output).toBe('["good","bad"]');
    expect(calls).toEqual(['bad']);
  });

  it('takes up a stopped execution, but none that runs or has succeeded', async () => {
    const machine = await createMachine(
      harness.client,
      graph({ W: { Type: 'Wait', Seconds: 1, End: true } }),
    );
    const executionArn = await start(harness.client, machine);
    await expect(redrive(executionArn)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
    await harness.client.send(new StopExecutionCommand({ executionArn }));
    const stopped = await harness.client.send(new DescribeExecutionCommand({ executionArn }));
    expect(stopped).toMatchObject({ status: 'ABORTED', redriveStatus: 'REDRIVABLE' });
    await redrive(executionArn);
    expect((await end(harness, executionArn)).status).toBe('SUCCEEDED');
    await expect(redrive(executionArn)).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
      message: 'Execution is SUCCEEDED and cannot be redriven',
    });
  });
});
