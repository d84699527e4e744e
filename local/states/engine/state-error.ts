/** An error of a state, in the States Language's sense: Retry and Catch see it by its name. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly error: string | undefined;
  readonly causeText: string | undefined;
  /** A second name by which Retry and Catch find it. */
  readonly alias: string | undefined;

  constructor(error: string | undefined, causeText: string | undefined, alias?: string) {
    super(`${error}: ${causeText}`);
    this.error = error;
    this.causeText = causeText;
    this.alias = alias;
  }
}

/** The quota of 25,000 events per execution is used up. */
export class HistoryLimitReached extends Error {
  override readonly name = 'HistoryLimitReached';
}
