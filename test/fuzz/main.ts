/** `npm run fuzz [-- --requests 20000 --seed 1]`: generated requests to every route; fails on whatever should not have been. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
  strict: true,
});

process.stdout.write(`${values.requests} requests with seed ${values.seed}\n`);
const begunAtMs = performance.now();
const seconds = () => Math.round((performance.now() - begunAtMs) / 1000);
const { wrong, ...report } = await fuzz(Number(values.requests), Number(values.seed), (sent) =>
  process.stderr.write(`${sent} after ${seconds()} s\n`),
);
process.stdout.write(`All sent after ${seconds()} s\n`);
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
for (const line of wrong) process.stdout.write(`${line}\n`);
process.stdout.write(wrong.length === 0 ? 'Nothing wrong.\n' : `${wrong.length} wrong.\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
