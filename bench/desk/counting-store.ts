import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEngine } from '../../local/dynamodb/engine-process.ts';

interface Consumed {
  readonly CapacityUnits?: number;
  readonly Table?: { readonly CapacityUnits?: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}

const WRITES = /^(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems)$/;

/**
 * The embedded DynamoDB behind a door that asks for the consumed capacity of every request and adds it up: read and write units
 * are the store's own figures, and no function knows that it is counted.
 */
export async function countingStore() {
  const engine = await startEngine({ log: (line) => console.error(line) });
  const units = { read: 0, write: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = target.split('.').at(-1) ?? '';
    const body = counted(operation, Buffer.concat(chunks).toString());
    const { host: _, 'content-length': __, connection: ___, ...headers } = request.headers;
    const reply = await fetch(engine.endpoint(), {
      method: 'POST',
      headers: headers as Record<string, string>,
      body,
    });
    const text = await reply.text();
    units[WRITES.test(operation) ? 'write' : 'read'] += unitsIn(text);
    const kept = [...reply.headers].filter(
      ([name]) => !/^(content-length|transfer-encoding|connection|content-encoding)$/.test(name),
    );
    response.writeHead(reply.status, Object.fromEntries(kept));
    response.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    units,
    async stop() {
      server.close();
      server.closeAllConnections();
      await engine.stop();
    },
  };
}

/** Requests on items are asked for their capacity; those on tables know no such thing. */
function counted(operation: string, body: string): string {
  if (!/(Item|Items|Query)$/.test(operation)) return body;
  return JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: 'INDEXES' });
}

function unitsIn(reply: string): number {
  const { ConsumedCapacity = [] } = JSON.parse(reply || '{}') as { ConsumedCapacity?: Consumed | Consumed[] };
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
