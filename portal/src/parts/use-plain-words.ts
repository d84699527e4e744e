import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { percent, yuan } from './money.ts';
import { useWhen } from './when.tsx';

/** What stands in our data, as people read it: names and codes by `words`, where one that is not there stands for itself. */
export function usePlainWords(words: Readonly<Record<string, Bilingual>>) {
  const say = useText();
  const when = useWhen();
  const called = (name: string) => (words[name] ? say(words[name]) : name);
  return {
    place: (path: readonly string[]) => path.map(called).join(' › '),
    /** Dates as people write them; money as yuan and shares as percent, by what our data call them. */
    value(path: readonly string[], text: string | undefined): string {
      if (text === undefined) return '—';
      const name = path.at(-1) ?? '';
      if (name.endsWith('Fen')) return yuan(Number(text));
      if (name.endsWith('BasisPoints')) return percent(Number(text));
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return when.date(text);
      return text.split('、').map(called).join('、');
    },
  };
}
