import type { ExecutionRow } from '../store/rows.ts';

/** The events of one turn, as the text in which they are stored and answered. */
export class EventLog {
  readonly firstEvent: number;
  readonly #row: ExecutionRow;
  readonly #timestamp: string;
  #text = '';
  #lastPrevious = 0;

  constructor(row: ExecutionRow, now: number) {
    this.#row = row;
    this.#timestamp = String(now / 1000);
    this.firstEvent = row.lastEvent + 1;
  }

  /** The events, comma separated, without brackets. */
  get text(): string {
    return this.#text;
  }

  /** How many there are. */
  get length(): number {
    return this.#row.lastEvent - this.firstEvent + 1;
  }

  /** What the event appended last follows on. */
  get lastPrevious(): number {
    return this.#lastPrevious;
  }

  /** Appends an event; `body`: its members after `type`. Returns its id. */
  append(previousEvent: number, type: string, body: string): number {
    const id = this.#row.lastEvent + 1;
    this.#row.lastEvent = id;
    this.#lastPrevious = previousEvent;
    const members = body === '' ? '' : `,${body}`;
    const event = `{"id":${id},"previousEventId":${previousEvent},"timestamp":${this.#timestamp},"type":"${type}"${members}}`;
    this.#text = this.#text === '' ? event : `${this.#text},${event}`;
    return id;
  }
}
