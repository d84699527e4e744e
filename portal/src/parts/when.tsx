import { type Language, useLanguage } from '../language.tsx';

const ZONE = 'Asia/Shanghai';
/** The browser's own `formatRange` falls back to slashes in Chinese. */
const BETWEEN = { zh: '至', en: ' – ' };
const made = new Map<Language, ReturnType<typeof whenIn>>();

/** Writes instants and days as people here read them: always the time of Chongqing. */
export function useWhen() {
  const { language } = useLanguage();
  // Once for each language: to make its formats takes longer than to write a page of rows with them.
  const when = made.get(language) ?? whenIn(language);
  made.set(language, when);
  return when;
}

function whenIn(language: Language) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  const date = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const day = format({ ...date, weekday: 'short' });
  const plain = format(date);
  const month = format({ year: 'numeric', month: 'long' });
  const time = format({ ...date, hour: '2-digit', minute: '2-digit', hour12: false });
  const noonOf = (localDate: string) => new Date(`${localDate}T12:00:00+08:00`);
  return {
    /** The day of an instant, with that of the week. */
    day: (instant: string) => day.format(new Date(instant)),
    time: (instant: string) => time.format(new Date(instant)),
    /** A date in Asia/Shanghai. */
    date: (localDate: string) => plain.format(noonOf(localDate)),
    /** From one date to another, both included. */
    period: ({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }) =>
      [fromOn, toOn].map((localDate) => plain.format(noonOf(localDate))).join(BETWEEN[language]),
    /** `2026-11`, a month in Asia/Shanghai. */
    month: (yearAndMonth: string) => month.format(noonOf(`${yearAndMonth}-15`)),
  };
}
