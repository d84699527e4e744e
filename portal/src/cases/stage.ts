import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

/** `stopped`: it ended here, and what follows does not come any more. */
export type StageState = 'done' | 'now' | 'next' | 'stopped';

/** One step of a procedure in the picture of a case. */
export interface Stage {
  readonly id: string;
  readonly title: Bilingual;
  readonly state: StageState;
  /** Who has it, until when. */
  readonly note?: Bilingual;
  /** Ids of the stages it follows. */
  readonly after: readonly string[];
}
