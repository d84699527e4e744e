import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { Say } from '../language.tsx';

/** Words by their code as options to choose from. */
export function options(words: Readonly<Record<string, Bilingual>>, say: Say) {
  return Object.entries(words).map(([value, text]) => ({ value, label: say(text) }));
}
