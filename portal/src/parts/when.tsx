import { useMemo } from 'react';
import { useLanguage } from '../language.tsx';

const ZONE = 'Asia/Shanghai';

/** Writes instants and days as people here read them: always the time of Chongqing. */
export function useWhen() {
  const { language } = useLanguage();
  return useMemo(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
    const day = format({ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' });
    const time = format({
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    return {
      /** The day of an instant. */
      day: (instant: string) => day.format(new Date(instant)),
      time: (instant: string) => time.format(new Date(instant)),
      /** A date in Asia/Shanghai. */
      date: (on: string) => day.format(new Date(`${on}T12:00:00+08:00`)),
    };
  }, [language]);
}
