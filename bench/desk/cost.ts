import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';
import Table from 'cli-table3';
import { Person } from '../../demo/person.ts';
import type { VirtualClock } from '../../local/clock.ts';
import { readConfiguration } from '../../local/configuration.ts';
import { type LocalRuntime, startLocal } from '../../local/runtime.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import { countingStore } from './counting-store.ts';
import { lambdaUse } from './lambda-reports.ts';
import { awsPrices, type PriceId } from './prices.ts';
import { countRequests } from './request-counter.ts';
import { decideTask, sampleApplication } from './whole-case.ts';

/** What a case may cost without the free tier. */
const MOST_USD = 0.001;

export interface CostLine {
  readonly id: PriceId;
  readonly count: number;
  readonly usd: number;
  readonly seen: string;
}

/**
 * Runs one case (unless told otherwise one of five departments, from submission to its report), counts everything that AWS would charge for, and prices it by
 * seeds/aws-prices.json. A first case warms the functions and is not counted. What runs whether or not there is a case (schedules, storage,
 * logs) is not a case's cost, but for one run of the minute's schedules, which tells people what happened.
 */
export async function measureCost(
  folder: string,
  play: (runtime: LocalRuntime, purpose: 'bond' | 'merger') => Promise<void> = wholeCase,
): Promise<readonly CostLine[]> {
  const logs = join(folder, 'cost-logs');
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const store = await countingStore();
  process.env.LOCAL_DYNAMODB_ENDPOINT = store.endpoint;
  const runtime = await startLocal({
    ...readConfiguration('local.config.json'),
    port: 0,
    clock: 'virtual',
    logs,
    log: (line) => console.error(line),
  });
  try {
    await play(runtime, 'bond');
    const before = {
      ...store.units,
      lambda: lambdaUse(runtime, logs),
      executions: await transitions(runtime),
    };
    const requests = countRequests(runtime);
    await play(runtime, 'merger');
    requests.stop();
    const lambda = lambdaUse(runtime, logs);
    const { api, kms, s3Put, s3Get, mails } = requests.counts;
    return priced({
      'state-transition': (await transitions(runtime)) - before.executions,
      'lambda-request': lambda.invocations - before.lambda.invocations,
      'lambda-gb-second-arm': lambda.gbSeconds - before.lambda.gbSeconds,
      'dynamodb-write-unit': store.units.write - before.write,
      'dynamodb-read-unit': store.units.read - before.read,
      'http-api-request': api,
      'kms-request-ecc': kms,
      's3-put': s3Put,
      's3-get': s3Get,
      'ses-mail': mails,
    });
  } finally {
    delete process.env.LOCAL_DYNAMODB_ENDPOINT;
    await runtime.stop();
    await store.stop();
  }
}

async function wholeCase(runtime: LocalRuntime, purpose: 'bond' | 'merger'): Promise<void> {
  const clock = runtime.clock as VirtualClock;
  const enterprise = await Person.signIn(runtime.origin, 'qiyuan');
  const { body } = await enterprise.post<CaseSummary>('/v1/listing-certificates', sampleApplication(purpose));
  await clock.advance(0);
  const path = `/v1/cases/${body.caseId}`;
  const { body: asked } = await enterprise.get<CaseView>(path);
  if (asked.tasks.length !== 5) throw new Error(`${asked.tasks.length} departments were asked, not five`);
  for (const task of asked.tasks) await decideTask(runtime.origin, task);
  await clock.advance(61_000);
  const { body: issued } = await enterprise.get<CaseView>(path);
  if (issued.status !== 'ISSUED') throw new Error(`the case is ${issued.status}`);
  await enterprise.download(`${path}/report.pdf`);
  await enterprise.download(`${path}/certificate`);
}

/** Steps executed so far, by the histories of all executions. */
async function transitions({ servicesOrigin, assembly }: LocalRuntime): Promise<number> {
  const client = new SFNClient({
    endpoint: servicesOrigin,
    region: assembly.place.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  let entered = 0;
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {})) {
    for (const { stateMachineArn, type } of stateMachines) {
      if (type === 'EXPRESS') continue;
      const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
      for (const { executionArn } of executions) {
        for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn })) {
          entered += events.filter(({ type: kind }) => kind?.endsWith('StateEntered')).length;
        }
      }
    }
  }
  client.destroy();
  return entered;
}

function priced(counts: Readonly<Record<PriceId, number>>): CostLine[] {
  return awsPrices().prices.map(({ id, usd, per, seen }) => ({
    id,
    count: Number(counts[id].toFixed(3)),
    usd: (counts[id] * usd) / per,
    seen,
  }));
}

export function printCost(lines: readonly CostLine[]): number {
  const table = new Table({
    head: ['charged for', 'count', 'USD', 'price seen'],
    style: { head: [], border: [] },
  });
  for (const { id, count, usd, seen } of lines) table.push([id, count, usd.toFixed(7), seen]);
  const { without, total } = sumsOf(lines);
  for (const [name, usd] of [
    ['all but mails', without],
    ['all', total],
  ] as const) {
    table.push([name, '', usd.toFixed(7), `${usd < MOST_USD ? '' : 'NOT '}below ${MOST_USD}`]);
  }
  console.log(table.toString());
  return total;
}

/** Mails are an applicant's and officers' choice of channel, and cost more than all the rest: told apart. */
function sumsOf(lines: readonly CostLine[]): { without: number; total: number } {
  const sum = (of: readonly CostLine[]) => of.reduce((total, { usd }) => total + usd, 0);
  return { without: sum(lines.filter(({ id }) => id !== 'ses-mail')), total: sum(lines) };
}

/** The target in words, where the case cost more; mails are no part of it. */
export function missedCost(lines: readonly CostLine[]): string[] {
  const { without } = sumsOf(lines);
  return without < MOST_USD ? [] : [`all but mails: ${without.toFixed(7)} USD, NOT below ${MOST_USD}`];
}
