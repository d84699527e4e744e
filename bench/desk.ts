/**
 * The desk with many cases: `npm run bench:desk [-- --stores FOLDER] [--samples N]`. One platform with 1,000 cases and one with
 * 1,000,000, all in one queue, on this machine; the same requests go to both by turns, so that what else the machine does meets
 * both alike. Prints a table with p50 and p99 of each and their ratio, then the same as JSON. The stores take about 10 GB and are
 * kept where `--stores` says, to be used again.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { ACTIONS, type Action, Actions } from './desk/actions.ts';
import { type Latency, latencyOf } from './desk/percentiles.ts';
import { startOn, writeAccounts } from './desk/platform.ts';
import { LARGE, prepareStores, SMALL } from './desk/stores.ts';
import { conditionsIn, describeMachine } from './machine.ts';

const { values: options } = parseArgs({
  options: {
    stores: { type: 'string', default: join('.local', 'bench-desk') },
    samples: { type: 'string', default: '200' },
    cases: { type: 'string', default: String(LARGE) },
  },
  strict: true,
});
const samples = Number(options.samples);
const WARM = 5;
const MOST_RATIO = 1.5;

type Samples = Record<Action, number[]>;
const none = (): Samples => ({ 'inbox page': [], 'case page': [], submission: [], decision: [] });

async function sample(actions: Actions, into: Samples, uscc: string | undefined): Promise<void> {
  into['inbox page'].push(await actions.inboxPage());
  into['case page'].push(await actions.casePage());
  if (uscc === undefined) return;
  const { submission, decision } = await actions.submissionAndDecision(uscc);
  into.submission.push(submission);
  into.decision.push(decision);
}

const { file, enterprises } = writeAccounts(options.stores, samples + WARM);
const began = performance.now();
const stores = await prepareStores(options.stores, file, Number(options.cases));
console.error(`stores ready after ${Math.round((performance.now() - began) / 1000)} s`);
const machine = describeMachine();
const before = conditionsIn(options.stores);
const platforms = [await startOn(stores.small, file), await startOn(stores.large, file)];
try {
  const both = await Promise.all(
    platforms.map(async ({ origin }) => ({ actions: await Actions.on(origin), samples: none() })),
  );
  for (let round = 0; round < samples + WARM; round++) {
    for (const one of round % 2 ? both : [...both].reverse()) {
      const into = round < WARM ? none() : one.samples;
      // Reading is quick, a submission runs a machine: every fourth round has one.
      await sample(one.actions, into, round < WARM || round % 4 === 0 ? enterprises[round] : undefined);
    }
  }
  const after = conditionsIn(options.stores);
  const [small = none(), large = none()] = both.map((one) => one.samples);
  const figures = ACTIONS.map((action) =>
    figureOf(action, latencyOf(small[action]), latencyOf(large[action])),
  );
  print(figures);
  console.log(
    JSON.stringify({ machine, before, after, small: SMALL, large: Number(options.cases), figures }),
  );
} finally {
  for (const platform of platforms) await platform.stop();
}

function figureOf(action: Action, small: Latency, large: Latency) {
  const ratio = (name: 'p50Ms' | 'p99Ms') => Number((large[name] / small[name]).toFixed(2));
  return { action, small, large, p50Ratio: ratio('p50Ms'), p99Ratio: ratio('p99Ms') };
}

function print(figures: readonly ReturnType<typeof figureOf>[]): void {
  const table = new Table({
    head: [
      '',
      'samples',
      `p50 ${SMALL}`,
      `p50 ${options.cases}`,
      'ratio',
      `p99 ${SMALL}`,
      `p99 ${options.cases}`,
      'ratio',
      'min-max (ms)',
    ],
    style: { head: [], border: [] },
  });
  for (const { action, small, large, p50Ratio, p99Ratio } of figures) {
    table.push([
      action,
      small.samples,
      small.p50Ms,
      large.p50Ms,
      verdict(p50Ratio),
      small.p99Ms,
      large.p99Ms,
      verdict(p99Ratio),
      `${Math.min(small.minMs, large.minMs)}-${Math.max(small.maxMs, large.maxMs)}`,
    ]);
  }
  console.log(table.toString());
}

const verdict = (ratio: number) => `${ratio} ${ratio <= MOST_RATIO ? 'ok' : `> ${MOST_RATIO}`}`;
