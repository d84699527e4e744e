import type { FundingDetail, PatentRow } from '../../workflows/patent-funding/contract.ts';
import type { BudgetReport } from '../../workflows/patent-funding/ledger/routes.ts';
import type { Payment } from '../../workflows/patent-funding/money/progress.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../workflows/shared/desk-task.ts';
import { found } from '../expectation.ts';
import { Person } from '../person.ts';
import { PlatformClock } from '../platform-clock.ts';
import type { Applicant } from './cast.ts';

/** One chapter: it acts as the people of the procedure, over HTTP, and checks what it sees. */
export interface PatentChapter {
  readonly zh: string;
  readonly en: string;
  play(stage: PatentStage): Promise<void>;
}

export type FundingView = CaseView & { readonly detail: FundingDetail };
type Username = Applicant['username'];

export const PROGRAMME = 'patent-demonstration-fund';

/** Where the chapters play: a platform with a virtual clock, and the cases that came about. */
export class PatentStage {
  readonly origin: string;
  readonly clock: PlatformClock;
  readonly cases = new Map<Username, CaseSummary>();

  private constructor(origin: string, clock: PlatformClock) {
    this.origin = origin;
    this.clock = clock;
  }

  static async at(origin: string): Promise<PatentStage> {
    return new PatentStage(origin, await PlatformClock.of(origin));
  }

  /** Tokens last an hour, and between two acts days may pass: everybody signs in again. */
  as(username: string): Promise<Person> {
    return Person.signIn(this.origin, username);
  }

  caseOf(username: Username): CaseSummary {
    return found(`the application of ${username}`, this.cases.get(username));
  }

  async read(username: Username): Promise<FundingView> {
    const person = await this.as(username);
    return (await person.get<FundingView>(`/v1/cases/${this.caseOf(username).caseId}`)).body;
  }

  async patentsOf(username: Username): Promise<PatentRow[]> {
    const { caseId } = this.caseOf(username);
    const person = await this.as(username);
    return (await person.get<{ items: PatentRow[] }>(`/v1/cases/${caseId}/patents?limit=100`)).body.items;
  }

  async paymentOf(username: Username): Promise<Payment> {
    return found(`an order for ${username}`, (await this.read(username)).detail.progress?.payment);
  }

  /** Somebody of a department answers a task. */
  async answer(officer: string, taskId: string, answer: unknown): Promise<void> {
    const person = await this.as(officer);
    const { etag } = await person.get<DeskTask>(`/v1/desk/tasks/${taskId}`);
    await person.post<DeskTaskSummary>(`/v1/desk/tasks/${taskId}/decision`, { answer }, { etag });
    await this.clock.settle();
  }

  /** Finance confirms that an order is paid. */
  async pay(username: Username, bankReference: string): Promise<void> {
    const { orderNumber, amountFen, orderedAt, task } = await this.paymentOf(username);
    const paid = {
      outcome: 'confirmed',
      orderNumber,
      amountFen,
      paidOn: orderedAt.slice(0, 10),
      bankReference,
    };
    await this.answer('finance-officer', task.taskId, paid);
  }

  /** Lets the notice of a case end. */
  async untilNoticeEnds(username: Username): Promise<void> {
    const { notice } = (await this.read(username)).detail.progress ?? {};
    await this.clock.until(new Date(Date.parse(found('a notice', notice).endsAt) + 2000));
  }

  get year(): number {
    return Number(new Date(this.clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 4));
  }

  async budget(year: number): Promise<BudgetReport> {
    const office = await this.as('office');
    return (await office.get<BudgetReport>(`/v1/office/budgets/${PROGRAMME}/${year}`)).body;
  }
}
