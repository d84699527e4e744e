import type { Rules } from '../use-catalogue.ts';
import type { Draft } from './draft.ts';

/** What every part of the form is given. */
export interface FormProps {
  readonly draft: Draft;
  readonly change: (next: (before: Draft) => Draft) => void;
  /** What is wrong at a place of the request (RFC 6901), in words. */
  readonly faultsAt: (pointer: string) => readonly string[];
  readonly rules: Rules;
}
