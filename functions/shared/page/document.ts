import { createHash } from 'node:crypto';
import { type Html, html, Html as Markup } from './html.ts';
import { STYLE } from './style.ts';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * No script, no picture, nothing from elsewhere, one style sheet named by its hash; the address holds the verification code
 * and must not leak by a referrer or lie in a cache.
 */
export const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-language': 'zh-CN, en',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

/** A whole page: the one style sheet, Chinese first, no script. */
export function document(title: string, main: Html): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
${main}
<p class="home"><a href="/">返回平台首页 <span lang="en">To the portal</span></a></p>
</main>
</body>
</html>
`.text;
}
