import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { spawnBoundToThisProcess } from '../../../local/bound-child.ts';
import { eventually, submit, writeSmallApp } from './small-app.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Two neighbouring ports: the gateway takes the first, the services the second. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function startMain(folder: string, more: readonly string[] = []) {
  const args = [
    'local/main.ts',
    '--config',
    join(folder, 'local.config.json'),
    '--data',
    join(folder, 'data'),
  ];
  const child = spawnBoundToThisProcess(process.execPath, [...args, ...more]);
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return {
    child,
    output: () => output,
    ready: () => eventually(async () => (output.includes('Ready in') ? true : undefined)),
  };
}

describe('npm start', () => {
  it('after a kill -9 goes on with what it had begun, once', async () => {
    const folder = writeSmallApp();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const first = startMain(folder, ['--port', String(port)]);
    await first.ready();
    const response = await submit(origin, 'a', 1);

    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = startMain(folder, ['--port', String(port)]);
    await second.ready();

    const dynamodb = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port + 1}`,
      region: 'ap-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const item = await eventually(async () => {
      const command = new GetItemCommand({ TableName: 'items', Key: { pk: { S: 'a' } } });
      const { Item } = await dynamodb.send(command);
      return Item?.state?.S === 'DONE' ? Item : undefined;
    });
    expect(response.status).toBe(201);
    expect(item.runs).toEqual({ N: '1' });
  });

  it('stops at Ctrl-C and tells the permissions that were not used', async () => {
    const folder = writeSmallApp();
    const main = startMain(folder, ['--port', String(await freePort()), '--permissions']);
    await main.ready();

    main.child.kill('SIGINT');
    // The terminal and npm both send the signal.
    main.child.kill('SIGINT');
    const [code] = await once(main.child, 'exit');

    expect(code).toBe(0);
    expect(main.output()).toMatch(/never used in this run:[\s\S]*dynamodb:PutItem {2}on table\/items/);
  });

  it.each([
    ['an option it does not know', ['--prot', '1'], 2, /Unknown option '--prot'/],
    ['a port that is none', ['--port', '99999'], 2, /--port 99999 is no port/],
    ['a configuration that is not there', ['--config', 'none.json'], 1, /none\.json cannot be read/],
  ])('refuses %s with one line', async (_name, args, exitCode, message) => {
    const main = startMain(writeSmallApp(), args);

    const [code] = await once(main.child, 'exit');

    expect([code, main.output()]).toEqual([exitCode, expect.stringMatching(message)]);
    expect(main.output()).not.toMatch(/\n {4}at /);
  });
});
