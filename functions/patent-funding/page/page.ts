import { document } from '../../shared/page/document.ts';
import { type Html, html } from '../../shared/page/html.ts';

/** A page of public notices. */
export function page(title: string, body: Html): string {
  return document(
    title,
    html`<header>
<p>两江新区专利资助（演示平台）</p>
<h1>拟资助公示 <span lang="en">Public notice of intended grants</span></h1>
</header>
${body}
<footer>
<p>公示期内任何人均可实名提出异议，请附联系方式和证据；异议人信息不对外公开。
<span lang="en">While a notice runs anybody may object, with a contact and evidence; who objects is not published.</span></p>
</footer>`,
  );
}

/** `12,345.60 元`: whole fen, never a float. */
export function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=([0-9]{3})+$)/g, ',');
  return `${whole}.${digits.slice(-2)} 元`;
}

/** `2026年11月26日 17:00`, of an instant as the platform writes it: in the time of Asia/Shanghai. */
export function dayAndMinute(instant: string): string {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日 ${instant.slice(11, 16)}`;
}
