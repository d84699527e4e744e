/** Which parts of a question are chosen: all of them until somebody leaves one out. */
export interface ChosenParts {
  readonly isWhole: boolean;
  readonly partIds: readonly string[];
}

/** What the office's panel gives to the boxes of a procedure. */
export interface PartsProps {
  /** What is left of it to be answered. */
  readonly question: unknown;
  readonly chosen: ChosenParts;
  readonly onChoose: (chosen: ChosenParts) => void;
}
