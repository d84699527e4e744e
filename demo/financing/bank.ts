import { Answering } from '../../tools/bank-simulator/answering.ts';
import type { SimulatedEndpoint } from '../../tools/bank-simulator/endpoint.ts';
import { connectInstitution } from '../../tools/bank-simulator/institution.ts';
import type { Received } from '../../tools/bank-simulator/received.ts';
import type { Delivery } from '../../workflows/financing-demand/list/contract.ts';
import type { Product } from '../../workflows/financing-demand/product/contract.ts';
import { Person } from '../person.ts';
import type { Institution } from './cast.ts';

/** One item of a list as it came to an institution by push. */
export interface Pushed {
  readonly at: Date;
  readonly bank: Bank;
  readonly item: Delivery;
}

/** A product wide enough for every demand of the demonstration. */
const PRODUCT: Product = {
  productId: 'demo-1',
  name: '示范科技贷',
  facility: 'working-capital',
  amountFromFen: 1_000_000,
  amountToFen: 1_000_000_000,
  termMonthsFrom: 1,
  termMonthsTo: 36,
  rateFromBasisPoints: 345,
  regions: [],
  industries: [],
  ladderLevels: [],
  securities: [],
  firstLoan: true,
};

/** A simulated institution that is connected to the platform and answers by its script. */
export class Bank {
  readonly plays: Institution;
  readonly endpoint: SimulatedEndpoint;
  readonly #origin: string;
  readonly #answers: Promise<string[]>[];

  private constructor(
    plays: Institution,
    endpoint: SimulatedEndpoint,
    origin: string,
    answers: Promise<string[]>[],
  ) {
    this.plays = plays;
    this.endpoint = endpoint;
    this.#origin = origin;
    this.#answers = answers;
  }

  /** Gives the platform its product, registers its endpoint and has it verified; only then it begins to misbehave. */
  static async connect(origin: string, plays: Institution, now: () => Promise<Date>): Promise<Bank> {
    const signIn = () => Person.signIn(origin, plays.username);
    const banker = await signIn();
    await banker.put('/v1/institutions/me/products', { products: [PRODUCT] }, { etag: '"0"' });
    const answering = new Answering(signIn, plays.script, { origin, key: () => endpoint.key() });
    const answers: Promise<string[]>[] = [];
    const endpoint = await connectInstitution(banker, {
      now,
      slowMs: 1_500,
      onMessage: (received: Received) => void answers.push(answering.take(received)),
    });
    endpoint.behave(plays.behaviour);
    return new Bank(plays, endpoint, origin, answers);
  }

  signIn(): Promise<Person> {
    return Person.signIn(this.#origin, this.plays.username);
  }

  /** All that it has begun to answer is answered; the lines of it. */
  async answered(): Promise<string[]> {
    return (await Promise.all(this.#answers.splice(0))).flat();
  }

  /** Everything that was pushed and kept, once. */
  get pushed(): Pushed[] {
    return this.endpoint.received
      .filter(({ taken, repeated }) => taken && !repeated)
      .flatMap(({ at, body }) =>
        ((JSON.parse(body) as { data: { items?: Delivery[] } }).data.items ?? []).map((item) => ({
          at,
          bank: this,
          item,
        })),
      );
  }

  /** Everything that it can pull now. */
  async pull(): Promise<Delivery[]> {
    const banker = await this.signIn();
    const all: Delivery[] = [];
    for (let after = ''; ; ) {
      const { body } = await banker.get<{ items: Delivery[]; cursor: string }>(
        `/v1/institutions/me/deliveries?limit=100${after && `&after=${encodeURIComponent(after)}`}`,
      );
      if (body.items.length === 0) return all;
      all.push(...body.items);
      after = body.cursor;
    }
  }
}
