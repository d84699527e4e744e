import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What was asked of the store between two moments. */
export interface Metered {
  readonly seconds: number;
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Bytes of the largest request and of the largest answer, as JSON. */
  readonly largestRequestBytes: number;
  readonly largestAnswerBytes: number;
}

interface Consumed {
  readonly CapacityUnits?: number;
}

const WRITES = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;

/** Counts every request of a client, by the store's own consumed capacity; no function knows that it is counted. */
export function meter(
  db: DynamoDBDocumentClient,
): <T>(work: () => Promise<T>) => Promise<Metered & { result: T }> {
  const sums = { requests: 0, readUnits: 0, writeUnits: 0, largestRequestBytes: 0, largestAnswerBytes: 0 };
  db.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'INDEXES' } as typeof args.input;
        const reply = await next({ ...args, input });
        const { ConsumedCapacity = [] } = reply.output as { ConsumedCapacity?: Consumed | Consumed[] };
        const units = [ConsumedCapacity]
          .flat()
          .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        sums.requests += 1;
        sums[WRITES.test(commandName) ? 'writeUnits' : 'readUnits'] += units;
        sums.largestRequestBytes = Math.max(sums.largestRequestBytes, bytesOf(args.input));
        sums.largestAnswerBytes = Math.max(
          sums.largestAnswerBytes,
          bytesOf({ ...reply.output, $metadata: undefined }),
        );
        return reply;
      },
    { step: 'initialize', name: 'meter' },
  );
  return async (work) => {
    Object.assign(sums, {
      requests: 0,
      readUnits: 0,
      writeUnits: 0,
      largestRequestBytes: 0,
      largestAnswerBytes: 0,
    });
    const begun = performance.now();
    const result = await work();
    return { seconds: (performance.now() - begun) / 1000, ...sums, result };
  };
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
