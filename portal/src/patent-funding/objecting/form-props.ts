import type { Draft } from './draft.ts';

/** What every part of the form has. */
export interface FormProps {
  readonly draft: Draft;
  readonly change: (next: (before: Draft) => Draft) => void;
  /** What is wrong at this place, or also below it. */
  readonly faultsAt: (pointer: string, below?: 'below') => readonly string[];
}
