import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../../demo/person.ts';
import type { LocalRuntime } from '../../local/runtime.ts';
import { product } from '../../test/functions/financing-demand/financing-world.ts';
import { demandOf } from '../../test/scenarios/financing-demand/demand-of.ts';
import type { SimulatedEndpoint } from '../../tools/bank-simulator/endpoint.ts';
import { connectInstitution } from '../../tools/bank-simulator/institution.ts';
import { type Latency, latencyOf } from '../desk/percentiles.ts';
import { startOn } from '../desk/platform.ts';

const BANKS = ['bank-one', 'bank-two', 'bank-three', 'bank-four'];
/** The one that hangs: it takes the connection and never answers. */
const HANGING = 'bank-four';
const ACCOUNTS = join('seeds', 'demonstration', 'accounts.json');

export interface PushLatency {
  readonly noneHangs: Latency;
  readonly oneHangs: Latency;
}

/**
 * From the request of an urgent demand to the message at each of three banks, on the whole platform on this machine: machines, functions,
 * signatures, HTTP. Once while the endpoint of a fourth bank answers, once while it hangs.
 */
export async function measurePushLatency(folder: string, rounds: number): Promise<PushLatency> {
  const data = join(folder, 'platform');
  mkdirSync(data, { recursive: true });
  const runtime = await startOn(data, ACCOUNTS);
  const banks = new Map<string, Bank>();
  try {
    for (const username of BANKS) banks.set(username, await Bank.connect(runtime.origin, username));
    const others = [...banks].flatMap(([username, bank]) => (username === HANGING ? [] : [bank]));
    await urgentDemands(runtime, others, Math.ceil(rounds / 4));
    const noneHangs = await urgentDemands(runtime, others, rounds);
    banks.get(HANGING)?.endpoint.behave('silent');
    const oneHangs = await urgentDemands(runtime, others, rounds);
    return { noneHangs: latencyOf(noneHangs), oneHangs: latencyOf(oneHangs) };
  } finally {
    await Promise.all([...banks.values()].map(({ endpoint }) => endpoint.stop()));
    await runtime.stop();
  }
}

/** One after the other; the times of all messages in milliseconds. */
async function urgentDemands(
  runtime: LocalRuntime,
  banks: readonly Bank[],
  rounds: number,
): Promise<number[]> {
  const enterprise = await Person.signIn(runtime.origin, 'qiyuan');
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const arrivals = banks.map(async (bank) => {
      await bank.nextMessage();
      times.push(performance.now() - begun);
    });
    await enterprise.post('/v1/financing-demands', demandOf({ runtime }, { urgent: true }));
    await Promise.all(arrivals);
  }
  return times;
}

/** A simulated bank that says when its next message has come. */
class Bank {
  readonly endpoint: SimulatedEndpoint;
  readonly #arrived: { tell?: () => void };

  private constructor(endpoint: SimulatedEndpoint, arrived: { tell?: () => void }) {
    this.endpoint = endpoint;
    this.#arrived = arrived;
  }

  static async connect(origin: string, username: string): Promise<Bank> {
    const banker = await Person.signIn(origin, username);
    await banker.put('/v1/institutions/me/products', { products: [product()] }, { etag: '"0"' });
    const arrived: { tell?: () => void } = {};
    return new Bank(await connectInstitution(banker, { onMessage: () => arrived.tell?.() }), arrived);
  }

  nextMessage(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived.tell = resolve;
    });
  }
}
