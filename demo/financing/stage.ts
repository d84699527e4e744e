import type { DemandSubmission } from '../../workflows/financing-demand/contract.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { found } from '../expectation.ts';
import { Person } from '../person.ts';
import { PlatformClock } from '../platform-clock.ts';
import { localTime, nextWorkingDay } from '../working-time.ts';
import { Bank } from './bank.ts';
import { type ENTERPRISES, type Enterprise, INSTITUTIONS } from './cast.ts';
import { institutionIdOf } from './institution-id.ts';

export type Story = keyof typeof ENTERPRISES;

/** One chapter: it acts as the people of the procedure, over HTTP, and checks what it sees. */
export interface FinancingChapter {
  readonly zh: string;
  readonly en: string;
  play(stage: FinancingStage): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the chapters play: a platform with a virtual clock, the simulated institutions, the demands that came about. */
export class FinancingStage {
  readonly origin: string;
  readonly clock: PlatformClock;
  readonly banks: readonly Bank[];
  readonly demands = new Map<Story, CaseSummary>();

  private constructor(origin: string, clock: PlatformClock, banks: readonly Bank[]) {
    this.origin = origin;
    this.clock = clock;
    this.banks = banks;
  }

  static async at(origin: string): Promise<FinancingStage> {
    const clock = await PlatformClock.of(origin);
    // The institutions live in the same time as the platform, also while it moves.
    const now = async () => {
      const told = (await (await fetch(`${origin}/local/clock`)).json()) as { now: string };
      return new Date(told.now);
    };
    const banks: Bank[] = [];
    for (const plays of INSTITUTIONS) banks.push(await Bank.connect(origin, plays, now));
    return new FinancingStage(origin, clock, banks);
  }

  as(username: string): Promise<Person> {
    return Person.signIn(this.origin, username);
  }

  bank(username: string): Bank {
    return found(
      `the institution ${username}`,
      this.banks.find(({ plays }) => plays.username === username),
    );
  }

  demand(story: Story): CaseSummary {
    return found(`the demand "${story}"`, this.demands.get(story));
  }

  async submit(story: Story, enterprise: Enterprise): Promise<void> {
    const person = await this.as(enterprise.username);
    const { body } = await person.post<CaseSummary>('/v1/financing-demands', this.#wanted(enterprise));
    this.demands.set(story, body);
    await this.settle();
  }

  /** Everything that was begun comes to rest, also what the institutions answer. */
  async settle(): Promise<void> {
    for (let lines = 1; lines > 0; ) {
      await this.clock.settle();
      lines = (await Promise.all(this.banks.map((bank) => bank.answered()))).flat().length;
    }
  }

  /** The platform's day in Asia/Shanghai. */
  get today(): string {
    return localDateOf(this.clock.now);
  }

  async later(minutes: number): Promise<void> {
    await this.clock.until(new Date(this.clock.now.getTime() + minutes * 60_000));
    await this.settle();
  }

  async untilNextWorkingDay(at: string): Promise<void> {
    await this.clock.until(nextWorkingDay(this.clock.now, at));
    await this.settle();
  }

  say(zh: string, en: string): void {
    console.log(`  ${localTime(this.clock.now)}  ${zh}\n${' '.repeat(25)}${en}`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.banks.map(({ endpoint }) => endpoint.stop()));
  }

  #wanted({ uscc, name, to, urgent = false, anonymous }: Enterprise): DemandSubmission {
    const day = (days: number) => localDateOf(new Date(this.clock.now.getTime() + days * DAY_MS));
    return {
      applicant: { uscc, name },
      contact: { name: '联系人（虚构）', phone: '023-60000000' },
      terms: {
        amountFromFen: 100_000_000,
        amountToFen: 300_000_000,
        facility: 'working-capital',
        purpose: '采购原材料',
        termMonths: 12,
        highestRateBasisPoints: 450,
        securities: ['receivables'],
        industry: 'equipment',
        neededByOn: day(45),
        firstLoan: false,
        existingLoans: [],
        validUntilOn: day(90),
        urgent,
        partsAllowed: false,
      },
      declared: { 'social-security': { insuredPersons: 86 } },
      disclosure: anonymous ? 'anonymous-first' : 'named',
      consent: {
        signature: {
          signedOn: day(0),
          signatory: '法定代表人（虚构）',
          signatoryRole: 'legal-representative',
        },
        grants: to.map((username) => ({
          grantee: { kind: 'institution', institutionId: institutionIdOf(username) },
          dataGroups: ['identity', 'social-security', 'ladder'],
          from: `${day(0)}T00:00:00+08:00`,
          until: `${day(120)}T00:00:00+08:00`,
        })),
      },
    };
  }
}
