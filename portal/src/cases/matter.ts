import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

/** 事项: what an enterprise may file, and what it must know before. */
export interface Matter {
  readonly summary: Bilingual;
  readonly needs: readonly Bilingual[];
  readonly promised: Bilingual;
  readonly result: Bilingual;
}
