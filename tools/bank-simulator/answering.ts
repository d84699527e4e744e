import type { Person } from '../../demo/person.ts';
import type { Answer, GivenAnswer } from '../../workflows/financing-demand/answer/contract.ts';
import type { DemandSeen } from '../../workflows/financing-demand/demand-seen.ts';
import type { Delivery } from '../../workflows/financing-demand/list/contract.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { type Sender, sayAndLie } from './lying.ts';
import type { Received } from './received.ts';
import { SCRIPTS, type ScriptName } from './script.ts';

/** Answers the new demands of a list by a script. The key of an answer is made of what is answered, so that a repetition is harmless. */
export class Answering {
  readonly #signIn: () => Promise<Person>;
  readonly #script: ScriptName;
  readonly #sender: Sender;

  constructor(signIn: () => Promise<Person>, script: ScriptName, sender: Sender) {
    this.#signIn = signIn;
    this.#script = script;
    this.#sender = sender;
  }

  /** Says what was answered, in lines for people. */
  async take({ body, at }: Received): Promise<string[]> {
    const event = JSON.parse(body) as { subject: string; data: { items?: Delivery[] } };
    const lines: string[] = [];
    for (const { kind, demandId, demand } of event.data.items ?? []) {
      lines.push(`${kind} ${demandId}`);
      if (kind !== 'NEW' || !demand) continue;
      const given = SCRIPTS[this.#script].answers(demand, localDateOf(at));
      const said =
        this.#script === 'lying' ? this.#lie(event.subject, demand, given, at) : this.#answer(demand, given);
      lines.push(...(await said));
    }
    return lines;
  }

  /** The subject of a list is `institutions/<id>/lists/<number>`. */
  async #lie(
    subject: string,
    { demandId }: DemandSeen,
    given: readonly GivenAnswer[],
    at: Date,
  ): Promise<string[]> {
    const institutionId = subject.split('/')[1] ?? '';
    const said = given.map((answer) => sayAndLie(institutionId, demandId, answer, at, this.#sender));
    return (await Promise.all(said)).flat();
  }

  async #answer(demand: DemandSeen, given: readonly GivenAnswer[]): Promise<string[]> {
    const banker = await this.#signIn();
    const lines: string[] = [];
    for (const answer of given) {
      const key = `${demand.demandId}-${demand.version}-${answer.kind}`;
      const say = () =>
        banker.post<Answer>(`/v1/institutions/me/answers/${demand.demandId}`, answer, { key });
      const replies = this.#script === 'doubled' ? await Promise.all([say(), say()]) : [await say()];
      lines.push(
        ...replies.map(({ body }) => `answered ${answer.kind}: ${body.status} (version ${body.version})`),
      );
    }
    return lines;
  }
}
