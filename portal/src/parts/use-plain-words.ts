import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { percent, yuan } from './money.ts';

/** What stands in our data, as people read it: names and codes by `words`, where one that is not there stands for itself. */
export function usePlainWords(words: Readonly<Record<string, Bilingual>>) {
  const say = useText();
  const called = (name: string) => (words[name] ? say(words[name]) : name);
  return {
    place: (path: readonly string[]) => path.map(called).join(' › '),
    /** Money as yuan and shares as percent, by what our data call them. */
    value(path: readonly string[], text: string | undefined): string {
      if (text === undefined) return '—';
      const name = path.at(-1) ?? '';
      if (name.endsWith('Fen')) return yuan(Number(text));
      if (name.endsWith('BasisPoints')) return percent(Number(text));
      return text.split('、').map(called).join('、');
    },
  };
}
