import { document } from '../../shared/page/document.ts';
import { type Html, html } from '../../shared/page/html.ts';
import { REPORT_FORM } from '../report/report-form.ts';

/** A page of verification, under the name of the issuing office and the report. */
export function page(title: string, body: Html): string {
  const { issuer, title: report } = REPORT_FORM;
  return document(
    title,
    html`<header>
<p>${issuer.zh}</p>
<h1>${report.zh} · 核验 <span lang="en">Verification</span></h1>
</header>
${body}
<footer>
<p>核验结果以本页面显示的实时状态为准。<span lang="en">The status shown here is the present one.</span></p>
<p>${REPORT_FORM.signatureNotice.zh}</p>
<p lang="en">${REPORT_FORM.signatureNotice.en}</p>
</footer>`,
  );
}
