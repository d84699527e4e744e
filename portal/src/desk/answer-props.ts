import type { DeskTask } from '../../../workflows/shared/desk-task.ts';

/** What the page of a task gives to the form of its procedure. */
export interface AnswerProps {
  readonly task: DeskTask & { readonly enclosure?: unknown };
  /** Whether this officer may answer now. */
  readonly mayAnswer: boolean;
}
