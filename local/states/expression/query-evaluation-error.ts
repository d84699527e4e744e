/**
 * What an expression that cannot give a value fails its state with: catchable and retriable under its own name.
 * Source: developer guide, "Handling errors in Step Functions workflows", error name States.QueryEvaluationError.
 */
export class QueryEvaluationError extends Error {
  override readonly name = 'QueryEvaluationError';
  readonly error = 'States.QueryEvaluationError';
  /** AWS's text without its prefix "An error occurred while executing the state ... ". */
  override readonly cause: string;
  /** The field, and the place inside it: `Output/total`, `Arguments/Payload/items[0]`, `Catch[1]/Output`. */
  readonly location: string;

  constructor(cause: string, location: string) {
    super(cause);
    this.cause = cause;
    this.location = location;
  }
}
