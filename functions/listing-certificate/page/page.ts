import { createHash } from 'node:crypto';
import { REPORT_FORM } from '../report/report-form.ts';
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

export function page(title: string, body: Html): string {
  const { issuer, title: report } = REPORT_FORM;
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
<header>
<p>${issuer.zh}</p>
<h1>${report.zh} · 核验 <span lang="en">Verification</span></h1>
</header>
${body}
<footer>
<p>核验结果以本页面显示的实时状态为准。<span lang="en">The status shown here is the present one.</span></p>
<p>${REPORT_FORM.signatureNotice.zh}</p>
<p lang="en">${REPORT_FORM.signatureNotice.en}</p>
</footer>
</main>
</body>
</html>
`.text;
}
