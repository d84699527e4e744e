import {
  CreateStateMachineAliasCommand,
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  PublishStateMachineVersionCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, start } from './run.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startStates();
});
afterAll(() => harness.stop());

const pass = (output: unknown = 1) => ({
  StartAt: 'A',
  States: { A: { Type: 'Pass', Output: output, End: true } },
});
const waiting = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 3600, End: true } } };
const roleArn = 'arn:aws:iam::000000000000:role/machine';
const text = (definition: object) => JSON.stringify({ QueryLanguage: 'JSONata', ...definition });

describe('StartExecution', () => {
  it('answers a repeated start of a running execution with the same execution', async () => {
    const stateMachineArn = await createMachine(harness.client, waiting);
    const startOnce = () =>
      harness.client.send(new StartExecutionCommand({ stateMachineArn, name: 'case-1', input: '{"a":1}' }));
    const [first, second] = await Promise.all([startOnce(), startOnce()]);
    const third = await startOnce();
    expect(new Set([first.executionArn, second.executionArn, third.executionArn]).size).toBe(1);
    expect(third.startDate).toEqual(first.startDate);
  });

  it('refuses the name for another input, and once the execution is over', async () => {
    const stateMachineArn = await createMachine(harness.client, pass());
    const named = (input: string) =>
      harness.client.send(new StartExecutionCommand({ stateMachineArn, name: 'case-1', input }));
    const { executionArn } = await named('{}');
    await end(harness, executionArn ?? '');
    await expect(named('{}')).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
      message: `Execution Already Exists: '${executionArn}'`,
    });
  });

  it.each([
    [
      'not some json',
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'",
    ],
    [
      "{'not': 'json'}",
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'Unexpected character (''' (code 39)): was expecting double-quote to start field name'",
    ],
    ['', 'InvalidExecutionInput', "Invalid State Machine Execution Input: 'Invalid execution input.'"],
    [
      `"${'x'.repeat(262_145)}"`,
      'ValidationException',
      "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144",
    ],
  ])('refuses the input %.20s', async (input, name, message) => {
    const stateMachineArn = await createMachine(harness.client, pass());
    await expect(
      harness.client.send(new StartExecutionCommand({ stateMachineArn, input })),
    ).rejects.toMatchObject({ name, message });
  });

  it('refuses an unknown machine and a bad name', async () => {
    const stateMachineArn = 'arn:aws:states:ap-east-1:000000000000:stateMachine:none';
    await expect(harness.client.send(new StartExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    await expect(
      harness.client.send(new StartExecutionCommand({ stateMachineArn, name: 'a b' })),
    ).rejects.toMatchObject({ name: 'InvalidName' });
  });
});

describe('histories and lists', () => {
  it('pages a history in both directions', async () => {
    const executionArn = await start(harness.client, await createMachine(harness.client, pass()));
    await end(harness, executionArn);
    const page = (nextToken: string | undefined, reverseOrder: boolean) =>
      harness.client.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 3, nextToken, reverseOrder }),
      );
    const first = await page(undefined, false);
    const second = await page(first.nextToken, false);
    const last = await page(undefined, true);
    expect(first.events?.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(second.events?.map(({ id }) => id)).toEqual([4]);
    expect(second.nextToken).toBeUndefined();
    expect(last.events?.map(({ id }) => id)).toEqual([4, 3, 2]);
  });

  it('lists executions, the latest first, by status and in pages', async () => {
    const stateMachineArn = await createMachine(harness.client, pass());
    const names = ['a', 'b', 'c'];
    for (const name of names) {
      const { executionArn } = await harness.client.send(
        new StartExecutionCommand({ stateMachineArn, name }),
      );
      await end(harness, executionArn ?? '');
    }
    const list = (nextToken?: string) =>
      harness.client.send(
        new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED', maxResults: 2, nextToken }),
      );
    const first = await list();
    const second = await list(first.nextToken);
    expect([...(first.executions ?? []), ...(second.executions ?? [])].map(({ name }) => name)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });
});

describe('state machines', () => {
  it('refuses a malformed definition with its place', async () => {
    const definition = text({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'Nowhere' } } });
    await expect(
      harness.client.send(new CreateStateMachineCommand({ name: 'bad', definition, roleArn })),
    ).rejects.toMatchObject({ name: 'InvalidDefinition', message: expect.stringContaining('/States/A') });
    const validated = await harness.client.send(new ValidateStateMachineDefinitionCommand({ definition }));
    expect(validated.result).toBe('FAIL');
    expect(validated.diagnostics?.[0]?.code).toBe('MISSING_TRANSITION_TARGET');
  });

  it('validates with no more diagnostics than asked for, and says when there are more', async () => {
    const definition = text({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'X' }, B: { Type: 'Nothing' } },
    });
    const validate = (fields: object) =>
      harness.client.send(new ValidateStateMachineDefinitionCommand({ definition, ...fields }));
    const all = await validate({});
    expect(all).toMatchObject({ result: 'FAIL', truncated: false });
    expect(all.diagnostics?.length).toBeGreaterThan(1);
    expect(await validate({ maxResults: 1 })).toMatchObject({
      diagnostics: [all.diagnostics?.[0]],
      truncated: true,
    });
    await expect(validate({ maxResults: 101 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(validate({ type: 'FAST' })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('keeps the definition an execution started with', async () => {
    const stateMachineArn = await createMachine(harness.client, waiting);
    const executionArn = await start(harness.client, stateMachineArn);
    await harness.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: text(pass()) }));
    const forExecution = await harness.client.send(
      new DescribeStateMachineForExecutionCommand({ executionArn }),
    );
    const now = await harness.client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(forExecution.definition).toBe(text(waiting));
    expect(now.definition).toBe(text(pass()));
    expect(now.revisionId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('starts the version an alias points to', async () => {
    const stateMachineArn = await createMachine(harness.client, pass('old'));
    const published = await harness.client.send(new PublishStateMachineVersionCommand({ stateMachineArn }));
    await harness.client.send(
      new UpdateStateMachineCommand({ stateMachineArn, definition: text(pass('new')) }),
    );
    const alias = await harness.client.send(
      new CreateStateMachineAliasCommand({
        name: 'live',
        routingConfiguration: [{ stateMachineVersionArn: published.stateMachineVersionArn, weight: 100 }],
      }),
    );
    const executionArn = await start(harness.client, alias.stateMachineAliasArn ?? '');
    await end(harness, executionArn);
    const described = await harness.client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      output: '"old"',
      stateMachineArn,
      stateMachineAliasArn: alias.stateMachineAliasArn,
      stateMachineVersionArn: published.stateMachineVersionArn,
    });
  });
});

describe('express machines', () => {
  it('answer a synchronous start with their end', async () => {
    const created = await harness.client.send(
      new CreateStateMachineCommand({
        name: 'express',
        type: 'EXPRESS',
        definition: text({
          StartAt: 'W',
          States: {
            W: { Type: 'Wait', Seconds: 1, Next: 'A' },
            A: { Type: 'Pass', Output: '{% $states.input.n + 1 %}', End: true },
          },
        }),
        roleArn,
      }),
    );
    const answer = await harness.client.send(
      new StartSyncExecutionCommand({ stateMachineArn: created.stateMachineArn, input: '{"n":1}' }),
    );
    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '2' });
  });
});
