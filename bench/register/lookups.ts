import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { registerStore } from '../../functions/listing-certificate/store/register-store.ts';
import type { LocalRuntime } from '../../local/runtime.ts';
import { entityCode, RECORDS_OF_AN_ENTITY } from './records.ts';

/** Milliseconds of each of `times` look-ups: everything a register has of the five entities of a case, one of which has records. */
export async function timeLookups(
  { servicesOrigin, assembly }: LocalRuntime,
  departmentId: string,
  records: number,
  times: number,
): Promise<number[]> {
  const client = new DynamoDBClient({
    endpoint: servicesOrigin,
    region: assembly.place.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const table = TableNames.find((name) => name.includes('RegisterTable')) ?? '';
  // Only read: no audit entry is written.
  const registers = registerStore(DynamoDBDocumentClient.from(client), table, () => '');
  const took: number[] = [];
  for (let index = 0; index < times; index++) {
    const usccs = [
      entityCode(index % (records / RECORDS_OF_AN_ENTITY)),
      ...[1, 2, 3, 4].map((other) => entityCode(900_000 + other)),
    ];
    const begun = performance.now();
    const read = await registers.readFor(departmentId, usccs);
    took.push(performance.now() - begun);
    if (read?.records.length !== RECORDS_OF_AN_ENTITY)
      throw new Error(`${read?.records.length} records of ${usccs[0]}`);
  }
  client.destroy();
  return took;
}
