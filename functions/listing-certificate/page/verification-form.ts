import { type Html, html } from '../../shared/page/html.ts';

interface Entered {
  readonly number?: string | undefined;
  readonly code?: string | undefined;
}

/** For those whose camera does not read the QR code. Without a code the result is masked. */
export function verificationForm({ number = '', code = '' }: Entered): Html {
  return html`<form method="get" action="/verify">
<div><label for="number">报告编号 <span lang="en">Report number</span></label>
<input id="number" name="number" value="${number}" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
<div><label for="code">核验码 <span lang="en">Verification code (optional: without it names are masked)</span></label>
<input id="code" name="code" value="${code}" maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
<button>核验 Verify</button>
</form>`;
}
