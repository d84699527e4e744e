import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { type Connection, connect } from '../../../local/dynamodb/connection.ts';
import { createTables } from '../../../local/dynamodb/create-tables.ts';
import { type Engine, startEngine } from '../../../local/dynamodb/engine-process.ts';
import { sweepExpired } from '../../../local/dynamodb/expiry-sweep.ts';
import { createDynamodb } from '../../../local/dynamodb/service.ts';
import { type IndexSpec, type TableSpec, tableSpecs } from '../../../local/dynamodb/table-spec.ts';
import type { JsonObject } from '../../../local/json.ts';
import { AccessDenied, type Caller } from '../../../local/service.ts';
import { loadTemplates } from '../template/write-assembly.ts';

const silent = () => {};
const index = (name: string): IndexSpec => ({
  IndexName: name,
  KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
});

function tableNamed(name: string, indexes: readonly string[] = []): TableSpec {
  const [table] = tableSpecs(
    loadTemplates({
      Stack: {
        Resources: {
          Table: {
            Type: 'AWS::DynamoDB::GlobalTable',
            Properties: {
              TableName: name,
              AttributeDefinitions: ['pk', ...indexes].map((attribute) => ({
                AttributeName: attribute,
                AttributeType: 'S',
              })),
              KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
              GlobalSecondaryIndexes: indexes.map(index),
              Replicas: [{ Region: { Ref: 'AWS::Region' } }],
              TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
            },
          },
        },
      },
    }),
  );
  if (!table) throw new Error('the template has no table');
  return table;
}

describe('the embedded DynamoDB', () => {
  let engine: Engine;
  let connection: Connection;
  beforeAll(async () => {
    engine = await startEngine({ log: silent });
    connection = connect(engine.endpoint);
  });
  afterAll(async () => {
    connection.close();
    await engine.stop();
  });

  it('gets the tables of the template, and again without harm', async () => {
    const table = tableNamed('created', ['owner']);
    await createTables(connection, [table]);
    await createTables(connection, [table]);

    const { Table } = await connection.call('DescribeTable', { TableName: 'created' });

    expect(Table).toMatchObject({ GlobalSecondaryIndexes: [{ IndexName: 'owner' }] });
  });

  it('gains and loses indexes when the template does, and finds the items there were', async () => {
    await createTables(connection, [tableNamed('indexed', ['owner'])]);
    const item = { pk: { S: '1' }, owner: { S: 'a' }, state: { S: 'OPEN' } };
    await connection.call('PutItem', { TableName: 'indexed', Item: item });

    await createTables(connection, [tableNamed('indexed', ['state'])]);

    const found = await connection.call('Query', {
      TableName: 'indexed',
      IndexName: 'state',
      KeyConditionExpression: '#s = :s',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':s': { S: 'OPEN' } },
    });
    const { Table } = await connection.call('DescribeTable', { TableName: 'indexed' });
    expect(found.Items).toEqual([item]);
    expect((Table as { GlobalSecondaryIndexes: JsonObject[] }).GlobalSecondaryIndexes).toHaveLength(1);
  });

  it('does not take a table whose keys the template has changed', async () => {
    const table = tableNamed('rekeyed');
    await createTables(connection, [table]);

    const changed = { ...table, keySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }] };

    await expect(createTables(connection, [changed])).rejects.toThrow(/rekeyed exists with other keys/);
  });

  it('loses expired items an hour after the start and every day, and only those', async () => {
    const clock = createVirtualClock(Date.parse('2026-05-01T00:00:00Z'));
    const table = tableNamed('expiring');
    await createTables(connection, [table]);
    const seconds = clock.now() / 1000;
    const expiries = {
      past: seconds - 1,
      soon: seconds + 60,
      later: seconds + 86_400,
      ancient: seconds - 2e8,
    };
    for (const [pk, expiresAt] of Object.entries(expiries)) {
      await connection.call('PutItem', {
        TableName: 'expiring',
        Item: { pk: { S: pk }, expiresAt: { N: String(expiresAt) } },
      });
    }
    const end = sweepExpired(connection, [table], clock, silent, clock.hold);

    const left = async () => {
      const { Items } = await connection.call('Scan', { TableName: 'expiring' });
      return (Items as { pk: { S: string } }[]).map((item) => item.pk.S).sort();
    };

    await clock.advance(3_600_000);
    expect(await left()).toEqual(['ancient', 'later']);
    await clock.advance(86_400_000);
    end();
    expect(await left()).toEqual(['ancient']);
  });

  describe('as a service', () => {
    const worker: Caller = { kind: 'role', roleArn: 'arn:aws:iam::0:role/worker' };
    const ask = async (
      operation: string,
      input: JsonObject,
      caller: Caller,
      allowed: readonly string[] = [],
    ) => {
      const service = createDynamodb({
        connection,
        tables: [tableNamed('served')],
        authorize: (who, action) => {
          if (who.kind !== 'engineer' && !allowed.includes(action)) throw new AccessDenied(`not ${action}`);
        },
      });
      const { status, body } = await service.handle({
        caller,
        method: 'POST',
        path: '/',
        query: new URLSearchParams(),
        headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
        body: Buffer.from(JSON.stringify(input)),
      });
      return { status, body: JSON.parse(String(body)) };
    };
    const put = { TableName: 'served', Item: { pk: { S: 'x' } } };
    beforeAll(() => createTables(connection, [tableNamed('served')]));

    it('passes on what the caller may do', async () => {
      expect(await ask('PutItem', put, worker, ['dynamodb:PutItem'])).toEqual({ status: 200, body: {} });
    });

    it.each<[string, string, JsonObject, string, RegExp]>([
      ['what the caller may not do', 'PutItem', put, 'AccessDeniedException', /not dynamodb:PutItem/],
      [
        'a table that is not in the template',
        'GetItem',
        { TableName: 'created', Key: { pk: { S: 'x' } } },
        'ResourceNotFoundException',
        /Requested resource not found/,
      ],
      [
        'table management',
        'DeleteTable',
        { TableName: 'served' },
        'ValidationException',
        /DeleteTable is not offered/,
      ],
      [
        'PartiQL',
        'ExecuteStatement',
        { Statement: 'x' },
        'ValidationException',
        /ExecuteStatement is not offered/,
      ],
    ])('refuses %s', async (_name, operation, input, errorName, message) => {
      const { status, body } = await ask(operation, input, worker);

      expect(status).toBe(400);
      expect(body.__type).toMatch(new RegExp(`#${errorName}$`));
      expect(body.message).toMatch(message);
    });

    it('lets the engineer see every table', async () => {
      const { body } = await ask('ListTables', {}, { kind: 'engineer' });

      expect(body.TableNames).toContain('served');
    });
  });
});

describe('the process of the embedded DynamoDB', () => {
  const newFile = () => join(mkdtempSync(join(tmpdir(), 'dynamodb-')), 'dynamodb.db');
  const isAlive = (pid: number) => {
    try {
      // The executable of a process that has ended but was not waited for cannot be read.
      return readlinkSync(`/proc/${pid}/exe`) !== '';
    } catch {
      return false;
    }
  };

  it('keeps what it acknowledged over a restart', async () => {
    const file = newFile();
    const table = tableNamed('kept');
    for (const operation of ['PutItem', 'GetItem']) {
      const engine = await startEngine({ file, log: silent });
      const connection = connect(engine.endpoint);
      await createTables(connection, [table]);
      const key = { pk: { S: 'x' } };
      const answer = await connection.call(operation, { TableName: 'kept', Item: key, Key: key });
      connection.close();
      await engine.stop();
      if (operation === 'GetItem') expect(answer.Item).toEqual(key);
    }
  });

  it('is started again on the same file when it ends by itself', async () => {
    const file = newFile();
    const lines: string[] = [];
    const engine = await startEngine({ file, log: (line) => lines.push(line) });
    const connection = connect(engine.endpoint);
    await createTables(connection, [tableNamed('kept')]);
    const pid = Number(readFileSync(`${file}.pid`, 'utf8'));

    process.kill(pid, 'SIGKILL');

    const answer = await untilItAnswers(() => connection.call('ListTables', {}));
    connection.close();
    await engine.stop();
    expect(answer.TableNames).toEqual(['kept']);
    expect(lines.join()).toMatch(/ended by itself/);
  });

  it('ends when the process that started it is killed', async () => {
    const file = newFile();
    const module = new URL('../../../local/dynamodb/engine-process.ts', import.meta.url);
    const script = `const { startEngine } = await import('${module}');
      await startEngine({ file: '${file}', log: () => {} }); console.log('up'); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(parent.stdout, 'data');
    const pid = Number(readFileSync(`${file}.pid`, 'utf8'));

    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await startEngine({ file, log: silent });

    expect(isAlive(pid)).toBe(false);
    await next.stop();
  });

  it('leaves a process alone that only has the number of an earlier one', async () => {
    const file = newFile();
    const other = spawn('sleep', ['60']);
    writeFileSync(`${file}.pid`, String(other.pid));

    const engine = await startEngine({ file, log: silent });

    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.kill();
    await engine.stop();
  });
});

async function untilItAnswers<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
