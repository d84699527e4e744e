import type { Person } from '../../demo/person.ts';
import type { Answer, GivenAnswer } from '../../workflows/financing-demand/answer/contract.ts';
import type { DemandSeen } from '../../workflows/financing-demand/demand-seen.ts';
import type { Delivery } from '../../workflows/financing-demand/list/contract.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { Received } from './received.ts';
import { SCRIPTS, type ScriptName } from './script.ts';

/** Answers the new demands of a list by a script. The key of an answer is made of what is answered, so that a repetition is harmless. */
export class Answering {
  readonly #signIn: () => Promise<Person>;
  readonly #script: ScriptName;

  constructor(signIn: () => Promise<Person>, script: ScriptName) {
    this.#signIn = signIn;
    this.#script = script;
  }

  /** Says what was answered, in lines for people. */
  async take({ body, at }: Received): Promise<string[]> {
    const event = JSON.parse(body) as { data: { items?: Delivery[] } };
    const lines: string[] = [];
    for (const { kind, demandId, demand } of event.data.items ?? []) {
      lines.push(`${kind} ${demandId}`);
      if (kind === 'NEW' && demand) lines.push(...(await this.#answer(demand, localDateOf(at))));
    }
    return lines;
  }

  async #answer(demand: DemandSeen, today: string): Promise<string[]> {
    const banker = await this.#signIn();
    const lines: string[] = [];
    const given: readonly GivenAnswer[] = SCRIPTS[this.#script].answers(demand, today);
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
