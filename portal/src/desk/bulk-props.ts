/** What the bar of chosen tasks gives to a procedure's own way to answer many at once. */
export interface Bulk {
  /** How many are chosen. */
  readonly count: number;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly decide: (choice: object) => Promise<unknown>;
}
