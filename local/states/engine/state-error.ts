/** An error of a state, in the States Language's sense: Retry and Catch see it by its name. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly error: string | undefined;
  readonly causeText: string | undefined;

  constructor(error: string | undefined, causeText: string | undefined) {
    super(`${error}: ${causeText}`);
    this.error = error;
    this.causeText = causeText;
  }
}

/** The quota of 25,000 events per execution is used up. */
export class HistoryLimitReached extends Error {
  override readonly name = 'HistoryLimitReached';
}
