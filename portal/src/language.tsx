import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type PropsWithChildren, useContext, useEffect, useMemo, useState } from 'react';
import type { Bilingual } from '../../workflows/shared/bilingual.ts';

export type Language = 'zh' | 'en';

interface Speaking {
  readonly language: Language;
  choose(language: Language): void;
}

const KEPT = 'portal.language';
const Context = createContext<Speaking>({ language: 'zh', choose: () => {} });

/** Chinese unless somebody chose English on this device. */
export function LanguageProvider({ children }: PropsWithChildren) {
  const [language, setLanguage] = useState<Language>(localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const speaking = useMemo(
    () => ({
      language,
      choose(chosen: Language) {
        localStorage.setItem(KEPT, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <Context value={speaking}>{children}</Context>;
}

export function useLanguage(): Speaking {
  return useContext(Context);
}

/**
 * Says a text in the language of the page. Texts are pairs, those of the portal as those of the platform: what lacks a language does not
 * compile. `{name}` in a text is filled in.
 */
export function useText(): Say {
  const { language } = useContext(Context);
  return useMemo(() => (text, values) => filled(text[language], values), [language]);
}

export type Say = (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;

function filled(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Names one after the other, as a language lists them. */
export const listed = (names: readonly string[], say: Say): string => names.join(say({ zh: '、', en: ', ' }));

/** antd's own words. */
export const ANTD_LOCALE = { zh: zhCN, en: enUS } as const;
