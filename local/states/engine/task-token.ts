import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which attempt of which task a token stands for. */
export interface TaskTokenContent {
  readonly execution: number;
  readonly thread: number;
  /** Event id of the attempt's TaskScheduled. */
  readonly attempt: number;
}

/**
 * Task tokens say themselves what they stand for and are signed, so that no table of tokens is needed: whether a token is
 * still awaited is seen from the branch it names.
 */
export class TaskTokens {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  issue({ execution, thread, attempt }: TaskTokenContent): string {
    const content = `${execution}.${thread}.${attempt}`;
    return Buffer.from(`${content}.${this.#sign(content)}`).toString('base64');
  }

  /** What the token stands for; undefined when it is none of this store's. */
  read(token: string): TaskTokenContent | undefined {
    const [execution, thread, attempt, signature = ''] = Buffer.from(token, 'base64')
      .toString('latin1')
      .split('.');
    const expected = Buffer.from(this.#sign(`${execution}.${thread}.${attempt}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return { execution: Number(execution), thread: Number(thread), attempt: Number(attempt) };
  }

  #sign(content: string): string {
    return createHmac('sha256', this.#secret).update(content).digest('hex').slice(0, 32);
  }
}
