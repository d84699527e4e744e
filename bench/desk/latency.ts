import Table from 'cli-table3';
import { ACTIONS, type Action, Actions } from './actions.ts';
import { type Latency, latencyOf } from './percentiles.ts';
import { startOn, writeAccounts } from './platform.ts';
import { prepareStores, SMALL } from './stores.ts';

/** The first rounds start functions and fill caches; they are not counted. */
const WARM = 5;
const MOST_RATIO = 1.5;

export interface LatencyOptions {
  /** Where the stores are, or are made and kept. */
  readonly stores: string;
  readonly samples: number;
  /** Cases in the large store. */
  readonly cases: number;
}

type Samples = Record<Action, number[]>;
const none = (): Samples => ({ 'inbox page': [], 'case page': [], submission: [], decision: [] });

/** The same requests by turns to a platform with a thousand cases and to one with many, so that what else the machine does meets both. */
export async function measureLatency({ stores, samples, cases }: LatencyOptions): Promise<LatencyFigure[]> {
  const { file, enterprises } = writeAccounts(stores, samples + WARM);
  const data = await prepareStores(stores, file, cases);
  const platforms = [await startOn(data.small, file), await startOn(data.large, file)];
  try {
    const both = await Promise.all(
      platforms.map(async ({ origin }) => ({ actions: await Actions.on(origin), samples: none() })),
    );
    for (let round = 0; round < samples + WARM; round++) {
      for (const one of round % 2 ? both : [...both].reverse()) {
        const into = round < WARM ? none() : one.samples;
        // Reading is quick, a submission runs a machine: every fourth round has one.
        const uscc = round < WARM || round % 4 === 0 ? enterprises[round] : undefined;
        await sample(one.actions, into, uscc);
      }
    }
    const [small = none(), large = none()] = both.map((one) => one.samples);
    return ACTIONS.map((action) => figureOf(action, latencyOf(small[action]), latencyOf(large[action])));
  } finally {
    for (const platform of platforms) await platform.stop();
  }
}

async function sample(actions: Actions, into: Samples, uscc: string | undefined): Promise<void> {
  into['inbox page'].push(await actions.inboxPage());
  into['case page'].push(await actions.casePage());
  if (uscc === undefined) return;
  const { submission, decision } = await actions.submissionAndDecision(uscc);
  into.submission.push(submission);
  into.decision.push(decision);
}

export type LatencyFigure = ReturnType<typeof figureOf>;

function figureOf(action: Action, small: Latency, large: Latency) {
  const ratio = (name: 'p50Ms' | 'p99Ms') => Number((large[name] / small[name]).toFixed(2));
  return { action, small, large, p50Ratio: ratio('p50Ms'), p99Ratio: ratio('p99Ms') };
}

/** Prints both stores' p50 and p99 beside each other. */
export function printLatency(figures: readonly LatencyFigure[], cases: number): void {
  const table = new Table({
    head: [
      '',
      'samples',
      `p50 ${SMALL}`,
      `p50 ${cases}`,
      'ratio',
      `p99 ${SMALL}`,
      `p99 ${cases}`,
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

/** Every ratio above the most there may be, in words. */
export function missedRatios(figures: readonly LatencyFigure[]): string[] {
  return figures
    .flatMap(({ action, p50Ratio, p99Ratio }) => [
      { of: `p50 of ${action}`, ratio: p50Ratio },
      { of: `p99 of ${action}`, ratio: p99Ratio },
    ])
    .filter(({ ratio }) => !(ratio <= MOST_RATIO))
    .map(({ of, ratio }) => `${of}: ratio ${ratio} > ${MOST_RATIO}`);
}

const verdict = (ratio: number) => `${ratio} ${ratio <= MOST_RATIO ? 'ok' : `> ${MOST_RATIO}`}`;
