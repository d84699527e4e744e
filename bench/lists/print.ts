import Table from 'cli-table3';
import { ASSUMPTIONS, type CostLine } from './cost.ts';
import type { Step, Steps } from './measure.ts';
import type { PushLatency } from './push-latency.ts';

const bare = { style: { head: [], border: [] } };

/** What was measured of so many demands, step by step. */
export function printSteps(demands: number, { largestMessageBytes, ...steps }: Steps): void {
  const table = new Table({
    head: [
      `${demands} demands`,
      'rows',
      's',
      'ms a row',
      'requests',
      'read units',
      'write units',
      'largest request, bytes',
      'answer',
    ],
    ...bare,
  });
  for (const one of Object.values(steps) as Step[]) {
    table.push([
      one.name,
      one.items,
      one.seconds.toFixed(1),
      ((one.seconds * 1000) / one.items).toFixed(2),
      one.requests,
      one.readUnits,
      one.writeUnits,
      one.largestRequestBytes,
      one.largestAnswerBytes,
    ]);
  }
  console.log(table.toString());
  console.log(`largest message pushed: ${largestMessageBytes} bytes`);
}

/** How the same changes cost among many demands, to what they cost among few: 1 where the work grows with the changes alone. */
export function ratioOf({ dailyList: few }: Steps, { dailyList: many }: Steps) {
  const units = ({ readUnits, writeUnits }: Step) => readUnits + writeUnits;
  return {
    seconds: Number((many.seconds / few.seconds).toFixed(2)),
    requests: Number((many.requests / few.requests).toFixed(2)),
    units: Number((units(many) / units(few)).toFixed(2)),
  };
}

export function printLatency({ noneHangs, oneHangs }: PushLatency): void {
  const table = new Table({ head: ['push, ms', 'messages', 'least', 'p50', 'p99', 'most'], ...bare });
  for (const [name, { samples, minMs, p50Ms, p99Ms, maxMs }] of Object.entries({
    'no endpoint hangs': noneHangs,
    'one of four hangs': oneHangs,
  })) {
    table.push([name, samples, minMs, p50Ms, p99Ms, maxMs]);
  }
  console.log(table.toString());
}

export function printCost(lines: readonly CostLine[]): number {
  const table = new Table({ head: ['charged for', 'a demand and month', 'USD'], ...bare });
  for (const { id, perDemand, usd } of lines) table.push([id, perDemand.toFixed(2), usd.toFixed(7)]);
  const total = lines.reduce((sum, { usd }) => sum + usd, 0);
  table.push(['all', '', total.toFixed(7)]);
  console.log(table.toString());
  console.log('assumed:', ASSUMPTIONS);
  return total;
}
