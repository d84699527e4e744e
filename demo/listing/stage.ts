import type { ListingDetail, ListingSubmission } from '../../workflows/listing-certificate/contract.ts';
import type { ListingCatalogueView } from '../../workflows/listing-certificate/routes.ts';
import type { Bilingual } from '../../workflows/shared/bilingual.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import { found } from '../expectation.ts';
import { Person } from '../person.ts';
import { PlatformClock } from '../platform-clock.ts';
import { demonstrationData } from '../seed.ts';
import { localTime, nextWorkingDay } from '../working-time.ts';

/** One chapter of the demonstration: it acts as the people of the procedure, over HTTP, and checks what it sees. */
export interface Chapter {
  readonly zh: string;
  readonly en: string;
  play(stage: Stage): Promise<void>;
}

export type ListingCase = CaseView & { readonly detail: ListingDetail };

/** Where the chapters play: a platform, its clock, and the cases that came about. */
export class Stage {
  readonly origin: string;
  readonly clock: PlatformClock;
  /** What is downloaded goes here. */
  readonly folder: string;
  readonly cases: CaseSummary[] = [];
  /** Files the enterprise has uploaded for its first application. */
  readonly attachmentIds: string[] = [];

  readonly #departments: ReadonlyMap<string, Bilingual>;

  private constructor(
    origin: string,
    clock: PlatformClock,
    folder: string,
    { catalogue }: ListingCatalogueView,
  ) {
    this.origin = origin;
    this.clock = clock;
    this.folder = folder;
    this.#departments = new Map(catalogue.departments.map(({ id, name }) => [id, name]));
  }

  static async at(origin: string, folder: string): Promise<Stage> {
    const clock = await PlatformClock.of(origin);
    const reply = await fetch(`${origin}/v1/listing-certificates/catalogue`);
    return new Stage(origin, clock, folder, (await reply.json()) as ListingCatalogueView);
  }

  /** What a department is called. */
  department(id: string): Bilingual {
    return found(`the department ${id} of the catalogue`, this.#departments.get(id));
  }

  /** Tokens last an hour, and between two acts days may pass: everybody signs in again. */
  as(username: string): Promise<Person> {
    return Person.signIn(this.origin, username);
  }

  /** The enterprise whose group applies. */
  enterprise(): Promise<Person> {
    return this.as('qiyuan');
  }

  /** The case that most chapters are about: the first. */
  get followed(): CaseSummary {
    return found('the first application', this.cases[0]);
  }

  async readCase({ caseId }: Pick<CaseSummary, 'caseId'>): Promise<ListingCase> {
    return (await (await this.enterprise()).get<ListingCase>(`/v1/cases/${caseId}`)).body;
  }

  /** Submits the group application of seeds/, or a variation, and lets the platform do what follows by itself. */
  async apply(variation: Partial<ListingSubmission> = {}): Promise<ListingCase> {
    const application = { ...demonstrationData<ListingSubmission>('group-application.json'), ...variation };
    const enterprise = await this.enterprise();
    const { body } = await enterprise.post<CaseSummary>('/v1/listing-certificates', application);
    return this.began(body);
  }

  /** Keeps a case for the table at the end. */
  async began(summary: CaseSummary): Promise<ListingCase> {
    this.cases.push(summary);
    await this.clock.settle();
    return this.readCase(summary);
  }

  async untilNextWorkingDay(at: string): Promise<void> {
    await this.clock.until(nextWorkingDay(this.clock.now, at));
  }

  /** Some minutes later: nobody does everything at once. */
  async later(minutes: number): Promise<void> {
    await this.clock.until(new Date(this.clock.now.getTime() + minutes * 60_000));
  }

  say(zh: string, en: string): void {
    console.log(`  ${localTime(this.clock.now)}  ${zh}\n${' '.repeat(25)}${en}`);
  }
}
