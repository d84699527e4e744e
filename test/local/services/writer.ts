import { parseArgs } from 'node:util';
import { systemClock } from '../../../local/clock.ts';
import { createS3 } from '../../../local/s3/index.ts';
import { createSqs } from '../../../local/sqs/index.ts';
import { storeAssembly } from './store-assembly.ts';

/** Writes to bucket and queue until it is killed, and prints a line for each write that was acknowledged. */
const { values } = parseArgs({
  options: { folder: { type: 'string', default: '' }, from: { type: 'string', default: '0' } },
});
const shared = { assembly: storeAssembly(), clock: systemClock, authorize: () => {} };
const s3 = createS3({ ...shared, file: `${values.folder}/s3.db`, secretAccessKeyOf: () => undefined });
const sqs = createSqs({ ...shared, file: `${values.folder}/sqs.db` });
const call = { caller: { kind: 'engineer' }, query: new URLSearchParams() } as const;

for (let count = Number(values.from); ; count++) {
  const body = Buffer.from(`content of ${count}`);
  const put = await s3.handle({ ...call, method: 'PUT', path: `/bucket/${count}`, headers: {}, body });
  const message = Buffer.from(JSON.stringify({ QueueUrl: 'queue', MessageBody: String(count) }));
  const headers = { 'x-amz-target': 'AmazonSQS.SendMessage' };
  const sent = await sqs.handle({ ...call, method: 'POST', path: '/', headers, body: message });
  process.stdout.write(`${count} ${put.status} ${sent.status}\n`);
}
