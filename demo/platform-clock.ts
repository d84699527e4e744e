/** What `/local/clock` of the one-machine runtime tells. */
interface Told {
  readonly now: string;
  readonly virtual: boolean;
}

/** The virtual clock of a platform: it stands still until it is moved, and answers when all that fell due has been done. */
export class PlatformClock {
  readonly #address: string;
  #now: Date;

  private constructor(address: string, now: Date) {
    this.#address = address;
    this.#now = now;
  }

  /** @throws where the platform follows the real clock: nobody waits weeks for a demonstration */
  static async of(origin: string): Promise<PlatformClock> {
    const address = `${origin}/local/clock`;
    const told = (await (await fetch(address)).json()) as Told;
    if (!told.virtual)
      throw new Error(
        `the platform at ${origin} follows the real clock; leave out --origin, or start it with --virtual-clock`,
      );
    return new PlatformClock(address, new Date(told.now));
  }

  get now(): Date {
    return this.#now;
  }

  /** Lets what was begun come to rest, without moving the clock. */
  async settle(): Promise<void> {
    await this.#advance(0, true);
  }

  /** Moves to an instant; what is scheduled every minute rests meanwhile and is made up for once at the end. */
  async until(instant: Date): Promise<void> {
    const ms = instant.getTime() - this.#now.getTime();
    if (ms < 0) throw new Error(`${instant.toISOString()} is over: it is ${this.#now.toISOString()}`);
    await this.#advance(ms, false);
  }

  async #advance(ms: number, schedules: boolean): Promise<void> {
    const reply = await fetch(this.#address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: `PT${ms / 1000}S`, schedules }),
    });
    if (!reply.ok) throw new Error(`the clock answered ${reply.status}: ${await reply.text()}`);
    this.#now = new Date(((await reply.json()) as Told).now);
  }
}
