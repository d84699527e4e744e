import { isVirtual } from './clock.ts';
import { connect } from './dynamodb/connection.ts';
import { createTables } from './dynamodb/create-tables.ts';
import { startEngine } from './dynamodb/engine-process.ts';
import { sweepExpired } from './dynamodb/expiry-sweep.ts';
import { createDynamodb } from './dynamodb/service.ts';
import { tableSpecs } from './dynamodb/table-spec.ts';
import { createKms } from './kms/index.ts';
import { namingFile } from './naming-file.ts';
import type { Surroundings } from './runtime.ts';
import { createS3 } from './s3/index.ts';
import type { Service } from './service.ts';
import { createSes } from './ses/index.ts';
import { createSqs, type Sqs } from './sqs/index.ts';
import type { Loaded } from './start-parts.ts';

/** What keeps things: tables, buckets, keys, queues. */
export interface Stores {
  readonly services: readonly Service[];
  readonly sqs: Sqs;
}

/** Opens what keeps things. */
export async function startStores(surroundings: Surroundings, loaded: Loaded): Promise<Stores> {
  const { options, clock, data, cleanups } = surroundings;
  const { assembly, permissions, credentials } = loaded;
  const shared = { assembly, clock, authorize: permissions.authorize, log: options.log };
  const dynamodb = await startDynamodb(surroundings, loaded);

  const { secretAccessKeyOf } = credentials;
  const objects = data?.pathOf('s3.db');
  const s3 = await namingFile('the objects of S3', objects, () =>
    createS3({ ...shared, file: objects ?? ':memory:', secretAccessKeyOf }),
  );
  cleanups.push({ name: 's3', end: () => s3.close() });
  const keys = data?.pathOf('kms.json');
  const kms = await namingFile('the keys of KMS', keys, () =>
    createKms({ ...shared, ...(keys && { file: keys }) }),
  );
  cleanups.push({ name: 'kms', end: () => kms.close() });
  const messages = data?.pathOf('sqs.db');
  const sqs = await namingFile('the messages of SQS', messages, () =>
    createSqs({ ...shared, file: messages ?? ':memory:' }),
  );
  cleanups.push({ name: 'sqs', end: () => sqs.close() });
  const folder = options.mail ?? data?.pathOf('mail');
  const ses = createSes({ ...shared, folder });
  return { services: [dynamodb, s3, kms, sqs, ses], sqs };
}

async function startDynamodb(
  { options, clock, data, cleanups }: Surroundings,
  { assembly, permissions }: Loaded,
): Promise<Service> {
  const { log } = options;
  const file = data?.pathOf('dynamodb.db');
  const endpoint = process.env.LOCAL_DYNAMODB_ENDPOINT;
  const engine = await namingFile('the tables of DynamoDB', file, () => startEngine({ file, endpoint, log }));
  cleanups.push({ name: 'the embedded DynamoDB', end: () => engine.stop() });
  const connection = connect(engine.endpoint);
  cleanups.push({ name: 'the connection to it', end: () => connection.close() });
  const tables = tableSpecs(assembly);
  await createTables(connection, tables);
  const hold = isVirtual(clock) ? clock.hold : undefined;
  cleanups.push({ name: 'the expiry sweep', end: sweepExpired(connection, tables, clock, log, hold) });
  return createDynamodb({ connection, tables, authorize: permissions.authorize, hold });
}
