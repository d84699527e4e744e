/**
 * The desk with many cases: `npm run bench:desk [-- --stores FOLDER] [--samples N] [--cases N] [--part latency|cost]`.
 *
 * Latency: one platform with 1,000 cases and one with 1,000,000, all in one queue, on this machine; p50 and p99 of inbox page, case
 * page, submission and decision, and the ratio, which is to stay at 1.5 or below. The stores take more than 10 GB; they are kept
 * where `--stores` says, to be used again.
 *
 * Cost: what AWS would charge for one case of five departments, counted by running it and priced by seeds/aws-prices.json; it is to
 * stay below 0.001 USD without the free tier and mails. Everything is printed as tables, then as JSON. Exit code 1: a target was missed, and is
 * named.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCost, missedCost, printCost } from './desk/cost.ts';
import { measureLatency, missedRatios, printLatency } from './desk/latency.ts';
import { LARGE, SMALL } from './desk/stores.ts';
import { conditionsIn, describeMachine } from './machine.ts';

const { values: options } = parseArgs({
  options: {
    stores: { type: 'string', default: join('.local', 'bench-desk') },
    samples: { type: 'string', default: '200' },
    cases: { type: 'string', default: String(LARGE) },
    part: { type: 'string', default: 'both' },
  },
  strict: true,
});
const cases = Number(options.cases);

mkdirSync(options.stores, { recursive: true });
const machine = describeMachine();
const before = conditionsIn(options.stores);
const latency =
  options.part === 'cost'
    ? undefined
    : await measureLatency({ stores: options.stores, samples: Number(options.samples), cases });
const cost = options.part === 'latency' ? undefined : await measureCost(options.stores);
const after = conditionsIn(options.stores);

if (latency) printLatency(latency, cases);
const usd = cost && printCost(cost);
const missed = [...(latency ? missedRatios(latency) : []), ...(cost ? missedCost(cost) : [])];
for (const target of missed) console.log(`MISSED: ${target}`);
console.log(
  JSON.stringify({ machine, before, after, small: SMALL, large: cases, latency, cost, usd, missed }),
);
process.exitCode = missed.length === 0 ? 0 : 1;
