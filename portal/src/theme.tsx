import { ConfigProvider } from 'antd';
import type { PropsWithChildren } from 'react';
import { ANTD_LOCALE, useLanguage } from './language.tsx';

/** Colours with a contrast of at least 4.5 on white (WCAG 2.2, 1.4.3), and lines of 3 (1.4.11). */
const TOKEN = {
  colorPrimary: '#0b57b0',
  colorLink: '#0b57b0',
  colorError: '#b42318',
  colorSuccess: '#14713d',
  colorWarning: '#8a5300',
  colorInfo: '#0b57b0',
  colorInfoBg: '#e9f2fd',
  colorErrorBg: '#fdf0ee',
  colorErrorBorder: '#e8a49c',
  colorSuccessBg: '#e9f7ef',
  colorSuccessBorder: '#9fd3b4',
  colorWarningBg: '#fff7e3',
  colorWarningBorder: '#e3c77d',
  colorBorder: '#848b98',
  colorTextPlaceholder: '#636b79',
  colorTextDescription: '#525a68',
  colorTextSecondary: '#525a68',
  colorTextTertiary: '#636b79',
  colorTextDisabled: '#636b79',
  borderRadius: 6,
  fontFamily:
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, -apple-system, 'Segoe UI', sans-serif",
} as const;

/** antd waits for the end of an animation that style.css takes away, and a dialog would stay: it must know by itself. */
const MOVES = !matchMedia('(prefers-reduced-motion: reduce)').matches;

export function Theme({ children }: PropsWithChildren) {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      locale={ANTD_LOCALE[language]}
      theme={{ token: { ...TOKEN, motion: MOVES } }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
