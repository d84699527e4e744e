import type { SFNClient } from '@aws-sdk/client-sfn';
import { latestExecutions, readHistory } from './read-executions.ts';
import { eventText, instantText } from './text.ts';

const WATCHED = 200;

/** Follows the latest executions; what had happened before the first look is not told. */
export class Tail {
  readonly #client: SFNClient;
  /** The last event told of each execution. */
  readonly #told = new Map<string, number>();
  /** Executions that have ended and been told to their end. */
  readonly #done = new Set<string>();
  #isFirstLook = true;

  constructor(client: SFNClient) {
    this.#client = client;
  }

  /** The lines of what has happened since the last look. */
  async look(): Promise<readonly string[]> {
    const lines: string[] = [];
    const executions = await latestExecutions(this.#client, {}, WATCHED);
    for (const { executionArn, name, status } of [...executions].reverse()) {
      if (executionArn === undefined || this.#done.has(executionArn)) continue;
      lines.push(...(await this.#news(executionArn, name ?? '')));
      if (status !== 'RUNNING') this.#done.add(executionArn);
    }
    this.#isFirstLook = false;
    return lines;
  }

  async #news(executionArn: string, name: string): Promise<readonly string[]> {
    const told = this.#told.get(executionArn) ?? 0;
    const events = (await readHistory(this.#client, executionArn)).filter(({ id }) => (id ?? 0) > told);
    this.#told.set(executionArn, events.at(-1)?.id ?? told);
    if (this.#isFirstLook) return [];
    return events.map(
      (event) => `${instantText(event.timestamp)}  ${name}  #${event.id} ${event.type}  ${eventText(event)}`,
    );
  }
}
