import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { entryOf, newAccount } from '../../functions/patent-funding/ledger/occasion.ts';
import { reserving } from '../../functions/patent-funding/ledger/reservation-writes.ts';
import { ledgerStore } from '../../functions/patent-funding/store/ledger-store.ts';
import { untilFresh } from '../../functions/shared/store/stale-read.ts';
import { committer } from '../../functions/shared/store/write.ts';
import { startEngine } from '../../local/dynamodb/engine-process.ts';
import type { LedgerAccount } from '../../workflows/patent-funding/ledger/contract.ts';

const OCCASION = {
  at: '2026-11-23T09:30:00+08:00',
  actor: { by: 'platform', step: 'bench' },
  reason: 'bench',
} as const;
const BENEFICIARY = { caseNumber: 'PF', uscc: 'bench', name: 'bench', level: 'none', lane: 'fast' } as const;

/** How many reserve at once, and over how many accounts of a budget they are spread. */
export interface Contention {
  readonly writers: number;
  readonly accounts: number;
}

/** So many reservations, each by a case of its own; those of one account meet in its one item. */
export async function reservationsPerSecond(
  count: number,
  { writers, accounts }: Contention,
): Promise<number> {
  const engine = await startEngine({ log: (line) => console.error(line) });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint().href,
    region: 'local',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  try {
    await client.send(createLedger());
    const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    const budget = await openBudget(db, count, accounts);
    const begin = performance.now();
    let left = count;
    const writer = async () => {
      while (left > 0) await budget.reserve(left--);
    };
    await Promise.all(Array.from({ length: writers }, writer));
    const seconds = (performance.now() - begin) / 1000;
    const reserved = await budget.reservedFen();
    if (reserved !== count) throw new Error(`${reserved} of ${count} are reserved`);
    return count / seconds;
  } finally {
    client.destroy();
    await engine.stop();
  }
}

/** Accounts of which each could serve all. */
async function openBudget(db: DynamoDBDocumentClient, allottedFen: number, accounts: number) {
  const ledger = ledgerStore(db, 'LedgerTable');
  const commit = committer(db);
  const keys = Array.from({ length: accounts }, (_, one) => ({ programmeId: `bench-${one}`, year: 2026 }));
  for (const key of keys) {
    const allotted = entryOf(key, { kind: 'allot', amountFen: allottedFen }, OCCASION);
    await commit(ledger.open(newAccount(key, allottedFen), allotted));
  }
  const read = async (index: number): Promise<LedgerAccount> => {
    const key = keys[index % accounts];
    const account = key && (await ledger.account(key));
    if (account === undefined) throw new Error('the account was opened');
    return account;
  };
  return {
    async reserve(index: number): Promise<void> {
      const of = { ...BENEFICIARY, caseId: randomUUID() };
      const asked = { of, amountFen: 1, acceptedAt: OCCASION.at };
      await untilFresh(async () => commit(reserving(await read(index), asked, OCCASION, ledger).writes));
    },
    async reservedFen(): Promise<number> {
      const all = await Promise.all(keys.map((_, index) => read(index)));
      return all.reduce((sum, { reservedFen }) => sum + reservedFen, 0);
    },
  };
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
