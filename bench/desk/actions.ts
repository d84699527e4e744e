import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Person } from '../../demo/person.ts';
import type { ListingSubmission } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../workflows/shared/desk-task.ts';
import { QUEUE } from './loaded-case.ts';

export const ACTIONS = ['inbox page', 'case page', 'submission', 'decision'] as const;
export type Action = (typeof ACTIONS)[number];

/** What is measured, on one platform. Each answers the milliseconds that the request itself took. */
export class Actions {
  readonly #origin: string;
  readonly #officer: Person;
  readonly #applications: ListingSubmission;
  readonly #seen: string[] = [];

  private constructor(origin: string, officer: Person) {
    this.#origin = origin;
    this.#officer = officer;
    this.#applications = JSON.parse(
      readFileSync(join('seeds', 'demonstration', 'group-application.json'), 'utf8'),
    ) as ListingSubmission;
  }

  static async on(origin: string): Promise<Actions> {
    return new Actions(origin, await Person.signIn(origin, `${QUEUE}-officer`));
  }

  /** 25 open tasks of the queue that holds all cases, from a day somewhere in the year of due dates. */
  async inboxPage(): Promise<number> {
    const from = new Date(Date.UTC(2027, 0, 6 + Math.floor(Math.random() * 300))).toISOString().slice(0, 10);
    const [ms, { body }] = await timed(() =>
      this.#officer.get<{ items: DeskTaskSummary[] }>(`/v1/desk/tasks?dueFromOn=${from}`),
    );
    if (body.items.length !== 25) throw new Error(`a page of ${body.items.length} tasks`);
    this.#seen.push(...body.items.map(({ caseId }) => caseId));
    return ms;
  }

  /** One of the cases that the inbox showed. */
  async casePage(): Promise<number> {
    const caseId = this.#seen[Math.floor(Math.random() * this.#seen.length)];
    const [ms] = await timed(() => this.#officer.get<CaseView>(`/v1/cases/${caseId}`));
    return ms;
  }

  /** A group application of an enterprise of its own; then, as soon as it is asked, the officer's decision. */
  async submissionAndDecision(uscc: string): Promise<{ submission: number; decision: number }> {
    const enterprise = await Person.signIn(this.#origin, uscc);
    const application = applicationOf(this.#applications, uscc);
    const [submission, { body: submitted }] = await timed(() =>
      enterprise.post<CaseSummary>('/v1/listing-certificates', application),
    );
    const path = `/v1/desk/tasks/${submitted.caseId}.${QUEUE}`;
    await untilAsked(enterprise, submitted.caseId);
    const { body: task, etag } = await this.#officer.get<DeskTask>(path);
    const { entities, fieldIds } = task.question as DepartmentQuestion;
    const answers = entities.flatMap((entity) =>
      fieldIds.map((fieldId) => ({ uscc: entity.uscc, fieldId, finding: 'no-record' })),
    );
    const [decision] = await timed(() =>
      this.#officer.post(`${path}/decision`, { answer: { answers } }, { etag }),
    );
    return { submission, decision };
  }
}

async function timed<T>(act: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await act();
  return [performance.now() - begun, result];
}

function applicationOf(sample: ListingSubmission, uscc: string): ListingSubmission {
  const applicant = { uscc, name: `压测企业${uscc}（虚构）` };
  const entities = sample.entities.map((entity) =>
    entity.relation === 'applicant' ? { ...entity, ...applicant } : entity,
  );
  return { ...sample, applicant, entities };
}

/** All five questions are open: the machine rests, and what is measured next has the platform to itself. */
async function untilAsked(enterprise: Person, caseId: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    const { body } = await enterprise.get<CaseView>(`/v1/cases/${caseId}`);
    const planned = (body.detail as { plan?: unknown[] }).plan?.length;
    if (planned !== undefined && planned === body.tasks.length) return;
    await delay(50);
  }
  throw new Error(`case ${caseId} is not asked within a minute`);
}
