import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LocalRuntime } from '../../local/runtime.ts';
import { loadedCase } from './loaded-case.ts';
import { multiplyCases } from './multiply.ts';
import { startOn } from './platform.ts';

export const SMALL = 1_000;
export const LARGE = 1_000_000;

/** Data directories with a thousand and a million cases; those that stand there already are taken as they are. */
export async function prepareStores(
  folder: string,
  accounts: string,
  large = LARGE,
): Promise<{ small: string; large: string }> {
  const small = join(folder, 'small');
  const big = join(folder, 'large');
  if (!existsSync(join(folder, 'small.db'))) await loadSmall(small, join(folder, 'small.db'), accounts);
  if (!existsSync(join(big, 'ready'))) {
    cpSync(small, big, { recursive: true });
    copyFileSync(join(folder, 'small.db'), join(big, 'dynamodb.db'));
    multiplyCases(join(big, 'dynamodb.db'), large / SMALL - 1);
    mkdirSync(join(big, 'ready'));
  }
  return { small, large: big };
}

/** The platform makes its tables; then the cases go in by BatchWriteItem. The file is kept aside, as the large one grows from it. */
async function loadSmall(data: string, kept: string, accounts: string): Promise<void> {
  const runtime = await startOn(data, accounts);
  const db = DynamoDBDocumentClient.from(clientOf(runtime), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const [caseTable, deskTable] = ['CaseTable', 'DeskTable'].map((name) => tableNamed(runtime, name));
  if (!caseTable || !deskTable) throw new Error('the platform has no such tables');
  for (let index = 0; index < SMALL; index++) {
    const { caseItems, deskItems } = loadedCase(index, SMALL);
    const requests = (items: readonly Record<string, unknown>[]) =>
      items.map((Item) => ({ PutRequest: { Item } }));
    await db.send(
      new BatchWriteCommand({
        RequestItems: { [caseTable]: requests(caseItems), [deskTable]: requests(deskItems) },
      }),
    );
  }
  db.destroy();
  await runtime.stop();
  copyFileSync(join(data, 'dynamodb.db'), kept);
}

export function clientOf({ servicesOrigin, assembly }: LocalRuntime): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: servicesOrigin,
    region: assembly.place.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

function tableNamed({ assembly }: LocalRuntime, name: string): string | undefined {
  return assembly.resources.find(
    ({ type, ref }) => type === 'AWS::DynamoDB::GlobalTable' && ref.includes(name),
  )?.ref;
}
