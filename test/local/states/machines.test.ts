import {
  CreateStateMachineAliasCommand,
  CreateStateMachineCommand,
  DeleteStateMachineAliasCommand,
  DeleteStateMachineCommand,
  DeleteStateMachineVersionCommand,
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  ListStateMachineAliasesCommand,
  ListStateMachinesCommand,
  ListStateMachineVersionsCommand,
  ListTagsForResourceCommand,
  PublishStateMachineVersionCommand,
  StartExecutionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateStateMachineAliasCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, start } from './run.ts';

/** Wording and shapes: LocalStack's recordings, test_sfn_api, test_sfn_api_versioning, test_sfn_api_aliasing, test_sfn_api_logs. */
let harness: Harness;
beforeAll(async () => {
  harness = await startStates();
});
afterAll(() => harness.stop());

const roleArn = 'arn:aws:iam::000000000000:role/machine';
const answering = (output: unknown) => ({
  StartAt: 'A',
  States: { A: { Type: 'Pass', Output: output, End: true } },
});
const text = (output: unknown) => JSON.stringify({ QueryLanguage: 'JSONata', ...answering(output) });
const publish = async (stateMachineArn: string) =>
  (await harness.client.send(new PublishStateMachineVersionCommand({ stateMachineArn })))
    .stateMachineVersionArn ?? '';
const revise = (stateMachineArn: string, output: unknown) =>
  harness.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: text(output) }));

/** A machine with the versions 1 and 2. */
async function versioned(): Promise<{ machine: string; first: string; second: string }> {
  const machine = await createMachine(harness.client, answering('first'));
  const first = await publish(machine);
  await revise(machine, 'second');
  return { machine, first, second: await publish(machine) };
}

describe('UpdateStateMachine', () => {
  it('gives a new revision id for a change, the same for none, and none before the first', async () => {
    const stateMachineArn = await createMachine(harness.client, answering(1));
    const update = (fields: object) =>
      harness.client.send(new UpdateStateMachineCommand({ stateMachineArn, ...fields }));
    expect((await update({ definition: text(1) })).revisionId).toBeUndefined();
    const changed = await update({ definition: text(2) });
    expect(changed.revisionId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await update({ definition: text(2) })).revisionId).toBe(changed.revisionId);
    expect((await update({ roleArn: `${roleArn}-2` })).revisionId).not.toBe(changed.revisionId);
  });

  it('refuses what changes nothing, a version and a malformed definition', async () => {
    const { machine, first } = await versioned();
    await expect(
      harness.client.send(new UpdateStateMachineCommand({ stateMachineArn: machine })),
    ).rejects.toMatchObject({
      name: 'MissingRequiredParameter',
      message:
        'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    });
    await expect(revise(first, 3)).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${first}'`,
    });
    await expect(
      harness.client.send(new UpdateStateMachineCommand({ stateMachineArn: machine, definition: '{}' })),
    ).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message:
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /'",
    });
    const still = await harness.client.send(new DescribeStateMachineCommand({ stateMachineArn: machine }));
    expect(still.definition).toBe(text('second'));
  });
});

describe('CreateStateMachine', () => {
  const create = (fields: object) =>
    harness.client.send(
      new CreateStateMachineCommand({ name: 'one', definition: text(1), roleArn, ...fields }),
    );

  it('of the same machine again has no effect, of another by that name is refused', async () => {
    const created = await create({});
    expect(await create({})).toMatchObject({
      stateMachineArn: created.stateMachineArn,
      creationDate: created.creationDate,
    });
    await expect(create({ definition: text(2) })).rejects.toMatchObject({
      name: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${created.stateMachineArn}'`,
    });
  });

  it.each([
    [{ name: 'a b' }, 'InvalidName', "Invalid Name: 'a b'"],
    [{ roleArn: 'nobody' }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: nobody'"],
    [
      { name: 'x', versionDescription: 'first' },
      'ValidationException',
      'Version description can only be set when publish is true',
    ],
    [
      { name: 'x', loggingConfiguration: { level: 'ALL' } },
      'InvalidLoggingConfiguration',
      'Invalid Logging Configuration: Must specify exactly one Log Destination.',
    ],
  ])('refuses %j', async (fields, name, message) => {
    await expect(create(fields)).rejects.toMatchObject({ name, message });
  });
});

describe('versions', () => {
  it('are published once for each revision, listed the latest first, and numbers never come back', async () => {
    const { machine, first, second } = await versioned();
    expect(await publish(machine)).toBe(second);
    const list = async () =>
      (
        await harness.client.send(new ListStateMachineVersionsCommand({ stateMachineArn: machine }))
      ).stateMachineVersions?.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
    expect([first, second]).toEqual([`${machine}:1`, `${machine}:2`]);
    expect(await list()).toEqual([second, first]);
    for (const stateMachineVersionArn of [second, second])
      await harness.client.send(new DeleteStateMachineVersionCommand({ stateMachineVersionArn }));
    expect(await list()).toEqual([first]);
    await revise(machine, 'third');
    expect(await publish(machine)).toBe(`${machine}:3`);
  });

  it('are refused for a revision that is not the current one', async () => {
    const machine = await createMachine(harness.client, answering(1));
    const { revisionId } = await revise(machine, 2);
    const current = await revise(machine, 3);
    await expect(
      harness.client.send(new PublishStateMachineVersionCommand({ stateMachineArn: machine, revisionId })),
    ).rejects.toMatchObject({
      name: 'ConflictException',
      message: `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${current.revisionId}.`,
    });
  });

  it('list what was started through them', async () => {
    const { machine, first } = await versioned();
    await end(harness, await start(harness.client, machine));
    const executionArn = await start(harness.client, first);
    expect((await end(harness, executionArn)).output).toBe('"first"');
    const { executions } = await harness.client.send(new ListExecutionsCommand({ stateMachineArn: first }));
    expect(executions?.map((each) => each.executionArn)).toEqual([executionArn]);
  });
});

describe('aliases', () => {
  const routes = (...pairs: readonly (readonly [string, number])[]) =>
    pairs.map(([stateMachineVersionArn, weight]) => ({ stateMachineVersionArn, weight }));
  const alias = (name: string, ...pairs: readonly (readonly [string, number])[]) =>
    harness.client.send(new CreateStateMachineAliasCommand({ name, routingConfiguration: routes(...pairs) }));

  it('are created, changed, described, listed and deleted', async () => {
    const { machine, first, second } = await versioned();
    const { stateMachineAliasArn } = await alias('live', [first, 100]);
    expect(stateMachineAliasArn).toBe(`${machine}:live`);
    expect((await alias('live', [first, 100])).stateMachineAliasArn).toBe(stateMachineAliasArn);
    const routingConfiguration = routes([first, 50], [second, 50]);
    await harness.client.send(
      new UpdateStateMachineAliasCommand({ stateMachineAliasArn, routingConfiguration, description: 'half' }),
    );
    expect(
      await harness.client.send(new DescribeStateMachineAliasCommand({ stateMachineAliasArn })),
    ).toMatchObject({ name: 'live', description: 'half', routingConfiguration });
    const list = async () =>
      (
        await harness.client.send(new ListStateMachineAliasesCommand({ stateMachineArn: second }))
      ).stateMachineAliases?.map((each) => each.stateMachineAliasArn);
    expect(await list()).toEqual([stateMachineAliasArn]);
    for (const _ of [1, 2])
      await harness.client.send(new DeleteStateMachineAliasCommand({ stateMachineAliasArn }));
    expect(await list()).toEqual([]);
  });

  it('keep their versions from being deleted', async () => {
    const { first } = await versioned();
    await alias('live', [first, 100]);
    await expect(
      harness.client.send(new DeleteStateMachineVersionCommand({ stateMachineVersionArn: first })),
    ).rejects.toMatchObject({
      name: 'ConflictException',
      message:
        'Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]',
    });
  });

  it('are refused with a wrong routing, in the words of AWS', async () => {
    const { machine, first, second } = await versioned();
    const item = (arn: string, weight: number) =>
      `RoutingConfigurationListItem(stateMachineVersionArn=${arn}, weight=${weight})`;
    const refused: readonly (readonly [readonly (readonly [string, number])[], string])[] = [
      [
        [[machine, 100]],
        `Routing configuration must contain state machine version ARNs. Received: [${machine}]`,
      ],
      [
        [
          [first, 50],
          [first, 50],
        ],
        `Routing configuration must contain distinct state machine version ARNs. Received: [${first}, ${first}]`,
      ],
      [
        [
          [first, 70],
          [second, 29],
        ],
        'Sum of routing configuration weights must equal 100. Received: [70, 29]',
      ],
      [
        [[first, 101]],
        "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100",
      ],
      [
        [
          [first, 50],
          [second, 30],
          [first, 20],
        ],
        `1 validation error detected: Value '[${item(first, 50)}, ${item(second, 30)}, ${item(first, 20)}]' at 'routingConfiguration' failed to satisfy constraint: Member must have length less than or equal to 2`,
      ],
    ];
    for (const [pairs, message] of refused)
      await expect(alias('wrong', ...pairs)).rejects.toMatchObject({ name: 'ValidationException', message });
  });

  it.each(['123', 'INVALID ALIAS', '!INVALID', 'A'.repeat(81)])('cannot be called %s', async (name) => {
    const { first } = await versioned();
    const rule =
      name.length > 80
        ? 'Member must have length less than or equal to 80'
        : 'Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$';
    await expect(alias(name, [first, 100])).rejects.toMatchObject({
      name: 'ValidationException',
      message: `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: ${rule}`,
    });
  });

  it('that exist with another routing, or not at all, are told apart', async () => {
    const { machine, first, second } = await versioned();
    await alias('live', [first, 100]);
    await expect(alias('live', [second, 100])).rejects.toMatchObject({ name: 'ConflictException' });
    const stateMachineAliasArn = `${machine}:none`;
    await expect(
      harness.client.send(new UpdateStateMachineAliasCommand({ stateMachineAliasArn, description: 'x' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFound',
      message: 'Request references a resource that does not exist.',
    });
  });

  it('send each start to one of their versions, by weight', async () => {
    const { first, second } = await versioned();
    const { stateMachineAliasArn } = await alias('canary', [first, 0], [second, 100]);
    const ends = [];
    for (let count = 0; count < 5; count++)
      ends.push(await end(harness, await start(harness.client, stateMachineAliasArn ?? '')));
    expect(new Set(ends.map(({ output }) => output))).toEqual(new Set(['"second"']));
  });
});

describe('lists', () => {
  it('of machines come in pages', async () => {
    const names = [
      await createMachine(harness.client, answering(1)),
      await createMachine(harness.client, answering(2)),
    ];
    const found: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await harness.client.send(new ListStateMachinesCommand({ maxResults: 2, nextToken }));
      expect(page.stateMachines?.length).toBeLessThanOrEqual(2);
      found.push(...(page.stateMachines ?? []).map(({ stateMachineArn }) => stateMachineArn));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(found).toEqual(expect.arrayContaining(names));
    expect(new Set(found).size).toBe(found.length);
  });

  it.each([
    [
      { maxResults: 1001 },
      'ValidationException',
      "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ],
    [{ nextToken: 'unknown' }, 'InvalidToken', "Invalid Token: 'Invalid token'"],
    [
      { nextToken: 'x'.repeat(1025) },
      'ValidationException',
      `1 validation error detected: Value '${'x'.repeat(1025)}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 1024`,
    ],
  ])('refuse %.40j', async (fields, name, message) => {
    await expect(harness.client.send(new ListStateMachinesCommand(fields))).rejects.toMatchObject({
      name,
      message,
    });
  });

  it('of executions refuse a status and an ARN that are none', async () => {
    const stateMachineArn = await createMachine(harness.client, answering(1));
    const list = (fields: object) =>
      harness.client.send(new ListExecutionsCommand({ stateMachineArn, ...fields }));
    await expect(list({ statusFilter: 'succeeded' })).rejects.toMatchObject({
      message:
        "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
    });
    await expect(list({ stateMachineArn: 'nothing' })).rejects.toMatchObject({
      name: 'InvalidArn',
      message: "Invalid Arn: 'Invalid ARN prefix: nothing'",
    });
  });
});

describe('tags', () => {
  it('are set, taken away and listed; a version has none', async () => {
    const { machine, first } = await versioned();
    const tags = [
      { key: 'office', value: 'north' },
      { key: 'empty', value: '' },
    ];
    await harness.client.send(new TagResourceCommand({ resourceArn: machine, tags }));
    await harness.client.send(
      new UntagResourceCommand({ resourceArn: machine, tagKeys: ['office', 'unknown'] }),
    );
    expect(
      (await harness.client.send(new ListTagsForResourceCommand({ resourceArn: machine }))).tags,
    ).toEqual([{ key: 'empty', value: '' }]);
    await expect(
      harness.client.send(new TagResourceCommand({ resourceArn: first, tags })),
    ).rejects.toMatchObject({ name: 'ResourceNotFound', message: `Resource not found: '${first}'` });
  });
});

describe('a deleted machine', () => {
  it('starts nothing more, is deleted twice without error, and leaves what runs alone', async () => {
    const stateMachineArn = await createMachine(harness.client, {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: 1, End: true } },
    });
    const running = await start(harness.client, stateMachineArn, { n: 1 });
    for (const _ of [1, 2]) await harness.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await expect(harness.client.send(new StartExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    expect(await end(harness, running)).toMatchObject({ status: 'SUCCEEDED', output: '{"n":1}' });
  });
});
