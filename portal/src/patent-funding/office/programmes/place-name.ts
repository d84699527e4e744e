import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import type { Say } from '../../../language.tsx';
import { PROGRAMME_WORD } from './programme-words.ts';

/** What the place of a fault is called: each part of its pointer by its name, lines of a list by their number. */
export function placeName(pointer: string, say: Say): string {
  const called = (token: string) => {
    const words: Bilingual | undefined = PROGRAMME_WORD[token];
    if (words) return say(words);
    return /^\d+$/.test(token) ? String(Number(token) + 1) : token;
  };
  return pointer.split('/').slice(1).map(called).join(' › ');
}
