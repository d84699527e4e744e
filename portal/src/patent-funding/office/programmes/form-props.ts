import type { ProgrammeDraft } from './draft.ts';

/** What every part of the form is given. */
export interface FormProps {
  readonly draft: ProgrammeDraft;
  readonly set: (next: Partial<ProgrammeDraft>) => void;
  /** What is wrong at a place of the request (RFC 6901), in words. */
  readonly faultsAt: (pointer: string) => readonly string[];
}
