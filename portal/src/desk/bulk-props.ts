/** What the bar of chosen tasks gives to a procedure's own way to answer many at once. */
export interface Bulk {
  /** Names the chosen tasks: what is written about them is kept under it. */
  readonly name: string;
  /** How many are chosen. */
  readonly count: number;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly decide: (choice: object) => Promise<unknown>;
}
