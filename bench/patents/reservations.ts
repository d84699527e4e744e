import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { entryOf, newAccount } from '../../functions/patent-funding/ledger/occasion.ts';
import { reserving } from '../../functions/patent-funding/ledger/reservation-writes.ts';
import { ledgerStore } from '../../functions/patent-funding/store/ledger-store.ts';
import { untilFresh } from '../../functions/shared/store/stale-read.ts';
import { committer } from '../../functions/shared/store/write.ts';
import { startEngine } from '../../local/dynamodb/engine-process.ts';

const OCCASION = {
  at: '2026-11-23T09:30:00+08:00',
  actor: { by: 'platform', step: 'bench' },
  reason: 'bench',
} as const;

/** Reservations on one account by `atOnce` writers; all meet in its one item. Answers reservations per second. */
export async function reservationsPerSecond(count: number, atOnce: number): Promise<number> {
  const engine = await startEngine({ log: (line) => console.error(line) });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint().href,
    region: 'local',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  try {
    const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    await client.send(createLedger());
    const ledger = ledgerStore(db, 'LedgerTable');
    const commit = committer(db);
    const key = { programmeId: 'bench', year: 2026 };
    const allotted = entryOf(key, { kind: 'allot', amountFen: count }, OCCASION);
    await commit(ledger.open(newAccount(key, count), allotted));
    const reserve = async () => {
      const of = {
        caseId: randomUUID(),
        caseNumber: 'PF',
        uscc: 'bench',
        name: 'bench',
        level: 'none',
        lane: 'fast',
      } as const;
      await untilFresh(async () => {
        const account = await ledger.account(key);
        if (account === undefined) throw new Error('the account was opened');
        const asked = { of, amountFen: 1, acceptedAt: OCCASION.at };
        await commit(reserving(account, asked, OCCASION, ledger).writes);
      });
    };
    const begin = performance.now();
    let left = count;
    const writer = async () => {
      while (left-- > 0) await reserve();
    };
    await Promise.all(Array.from({ length: atOnce }, writer));
    const seconds = (performance.now() - begin) / 1000;
    const account = await ledger.account(key);
    if (account?.reservedFen !== count) throw new Error(`${account?.reservedFen} of ${count} are reserved`);
    return count / seconds;
  } finally {
    client.destroy();
    await engine.stop();
  }
}

function createLedger(): CreateTableCommand {
  return new CreateTableCommand({
    TableName: 'LedgerTable',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
  });
}
