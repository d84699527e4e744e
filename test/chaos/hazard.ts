import { randomInt } from 'node:crypto';
import { Person, Refusal } from '../../demo/person.ts';
import { KillablePlatform } from '../scenarios/killable-platform.ts';

/** A platform that is killed while people use it, and people who repeat what got no answer. */
export class Hazard {
  readonly #platform: KillablePlatform;
  /** So many more answers until the next kill; the longest and the number of what is to come. */
  #killAfterAnswers = Number.POSITIVE_INFINITY;
  #longest = 0;
  #killsLeft = 0;
  /** Settled while the platform runs; whoever got no answer waits for it. */
  #running: Promise<void> = Promise.resolve();
  /** How often it was killed. */
  kills = 0;

  private constructor(platform: KillablePlatform) {
    this.#platform = platform;
  }

  static async start(data: string): Promise<Hazard> {
    return new Hazard(await KillablePlatform.start(data));
  }

  /** Kills everything `times` times, each after at most `longest` more answers; others are on their way then. */
  killAtRandom(times: number, longest: number): void {
    this.#killsLeft = times;
    this.#longest = longest;
    this.#drawNextKill();
  }

  /** The answer to a person's request, however often it has to be sent: `act` must be harmless when it is repeated. */
  as<T>(username: string, act: (person: Person) => Promise<T>): Promise<T> {
    // Signed in afresh every time: a token lives an hour, and time passes.
    return this.#insist(async () => act(await Person.signIn(this.#platform.origin, username)));
  }

  /** Lets time pass, at least once: a clock that moved twice does no harm here. */
  pass(duration: string): Promise<void> {
    return this.#insist(() => this.#platform.pass(duration));
  }

  /** A day, in which what is scheduled every minute runs once and not 1440 times. */
  passDay(): Promise<void> {
    return this.#insist(() => this.#platform.pass('P1D', false));
  }

  stop(): Promise<void> {
    return this.#platform.kill();
  }

  async #insist<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.#running;
      try {
        const answer = await act();
        this.#answered();
        return answer;
      } catch (error) {
        if (!isLost(error)) throw error;
      }
    }
  }

  #drawNextKill(): void {
    this.#killAfterAnswers =
      this.#killsLeft-- > 0 ? randomInt(1, this.#longest + 1) : Number.POSITIVE_INFINITY;
  }

  #answered(): void {
    if (--this.#killAfterAnswers > 0) return;
    this.#drawNextKill();
    this.kills++;
    // One after the other: answers that were on their way may bring the next kill before the platform is back.
    this.#running = this.#running.then(() => this.#platform.kill()).then(() => this.#platform.start());
  }
}

/** No answer came (fetch throws a TypeError), or the platform was on its way down or up and said so. */
function isLost(error: unknown): boolean {
  if (error instanceof Refusal) return error.problem.status >= 500;
  return error instanceof TypeError || error instanceof SyntaxError;
}
