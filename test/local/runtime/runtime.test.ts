import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import type { LocalOptions, LocalRuntime } from '../../../local/runtime.ts';
import { eventually, startSmallApp, submit, type Template } from './small-app.ts';

const EXECUTION = 'arn:aws:states:ap-east-1:000000000000:execution:small:';
const running: LocalRuntime[] = [];
afterEach(async () => {
  for (const runtime of running.splice(0)) await runtime.stop();
});

async function start(change?: (template: Template) => void, options: Partial<LocalOptions> = {}) {
  const lines: string[] = [];
  const runtime = await startSmallApp(change, { log: (line) => lines.push(line), ...options });
  running.push(runtime);
  const engineer = {
    endpoint: runtime.servicesOrigin,
    region: 'ap-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const dynamodb = new DynamoDBClient(engineer);
  const states = new SFNClient(engineer);
  const itemOf = async (id: string) =>
    (await dynamodb.send(new GetItemCommand({ TableName: 'items', Key: { pk: { S: id } } }))).Item;
  const describeExecution = (id: string) =>
    states.send(new DescribeExecutionCommand({ executionArn: `${EXECUTION}${id}` }));
  const ended = (id: string) =>
    eventually(async () => {
      const execution = await describeExecution(id);
      return execution.status === 'RUNNING' ? undefined : execution;
    });
  return { runtime, lines, itemOf, describeExecution, ended };
}

describe('the runtime', () => {
  it('runs an app from its template: route, function, table, machine', async () => {
    const { runtime, itemOf, ended } = await start();

    const response = await submit(runtime.origin, 'a');
    const execution = await ended('a');

    expect(response.status).toBe(201);
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
    expect(await itemOf('a')).toMatchObject({ state: { S: 'DONE' }, runs: { N: '1' } });
  });

  it('tells which permissions were not used', async () => {
    const { runtime, ended } = await start((template) => {
      template.Resources.SubmitRole.Properties.Policies[0]?.PolicyDocument.Statement.push({
        Effect: 'Allow',
        Action: 'dynamodb:DeleteItem',
        Resource: '*',
      });
    });

    await submit(runtime.origin, 'a');
    await ended('a');

    expect(runtime.unusedPermissions().map(({ action }) => action)).toEqual(['dynamodb:DeleteItem']);
  });

  it('lets a month pass at once when its clock is virtual, for machines and functions alike', async () => {
    const clock = createVirtualClock(Date.parse('2026-01-01T00:00:00Z'));
    const { runtime, itemOf, describeExecution } = await start(undefined, { clock });
    const response = await submit(runtime.origin, 'a', 30 * 86_400);

    await clock.advance(29 * 86_400_000);
    const before = await describeExecution('a');
    await clock.advance(2 * 86_400_000);

    expect(await response.json()).toEqual({ id: 'a', at: '2026-01-01T00:00:00.000Z' });
    expect(before.status).toBe('RUNNING');
    expect(await describeExecution('a')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await itemOf('a')).toMatchObject({ finishedAt: { S: '2026-01-31T00:00:00.000Z' } });
  });

  it('keeps everything over a restart, and goes on where it stood', async () => {
    const data = mkdtempSync(join(tmpdir(), 'runtime-'));
    const clock = createVirtualClock(Date.parse('2026-01-01T00:00:00Z'));
    const first = await start(undefined, { data, clock });
    await submit(first.runtime.origin, 'a', 60);
    await first.runtime.stop();

    const second = await start(undefined, { data, clock });
    await clock.advance(120_000);

    expect(await second.describeExecution('a')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await second.itemOf('a')).toMatchObject({ runs: { N: '1' } });
  });

  it('does not share its data with a second one', async () => {
    const data = mkdtempSync(join(tmpdir(), 'runtime-'));
    await start(undefined, { data });

    await expect(startSmallApp(undefined, { data })).rejects.toThrow(
      new RegExp(`${data} is in use by another runtime \\(process ${process.pid}\\)`),
    );
  });

  it.each([
    'dynamodb.db',
    's3.db',
    'sqs.db',
    'kms.json',
    'states.db',
    'lambda-events.db',
    'versions.json',
    'events.db',
  ])('names a file that is damaged: %s', async (name) => {
    const data = mkdtempSync(join(tmpdir(), 'runtime-'));
    writeFileSync(join(data, name), 'neither a database nor JSON. '.repeat(200));

    await expect(startSmallApp(undefined, { data })).rejects.toThrow(join(data, name));
  });

  it('does not share its port', async () => {
    const { runtime } = await start();
    const port = Number(new URL(runtime.origin).port);

    await expect(startSmallApp(undefined, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('what is taken out of the template is missing here as on AWS:', () => {
  it('a permission: the call is denied in the words of AWS', async () => {
    const { runtime, lines, itemOf } = await start((template) => {
      template.Resources.SubmitRole.Properties.Policies[0]?.PolicyDocument.Statement.shift();
    });

    const response = await submit(runtime.origin, 'a');

    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(lines.join('\n')).toMatch(
      /AccessDeniedException: User: arn:aws:sts::000000000000:assumed-role\/Small-SubmitRole-\w+\/Small-Submit-\w+ is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:ap-east-1:000000000000:table\/items because no identity-based policy allows the dynamodb:PutItem action/,
    );
    expect(await itemOf('a')).toBeUndefined();
  });

  it('a permission of the machine: its task fails', async () => {
    const { runtime, ended } = await start((template) => {
      template.Resources.MachineRole.Properties.Policies = [];
    });

    await submit(runtime.origin, 'a');

    expect(await ended('a')).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringMatching(/not authorized to perform: lambda:InvokeFunction/),
    });
  });

  it('a table: it is not found', async () => {
    const { runtime, lines } = await start((template) => {
      Reflect.deleteProperty(template.Resources, 'Items');
    });

    const response = await submit(runtime.origin, 'a');

    expect(response.status).toBe(500);
    expect(lines.join('\n')).toMatch(/ResourceNotFoundException: Requested resource not found/);
  });

  it('a route: it is not found', async () => {
    const { runtime } = await start((template) => {
      Reflect.deleteProperty(template.Resources, 'Route');
    });

    const response = await submit(runtime.origin, 'a');

    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('the right of the gateway to invoke the function: the route fails', async () => {
    const { runtime, lines } = await start((template) => {
      Reflect.deleteProperty(template.Resources, 'Permission');
    });

    const response = await submit(runtime.origin, 'a');

    expect(response.status).toBe(500);
    expect(lines.join('\n')).toMatch(/no AWS::Lambda::Permission lets apigateway.amazonaws.com invoke/);
  });

  it('a resource that others refer to: nothing starts, and the message names it', async () => {
    const withoutFinish = startSmallApp((template) => {
      Reflect.deleteProperty(template.Resources, 'Finish');
    });

    await expect(withoutFinish).rejects.toThrow(
      /Fn::GetAtt refers to Finish, which the template does not have/,
    );
  });
});
