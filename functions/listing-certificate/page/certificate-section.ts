import type { CertificateStatus } from '../../../workflows/listing-certificate/certificate-standing.ts';
import type { PublicCertificate } from '../../../workflows/listing-certificate/public-certificate.ts';
import { type Html, html } from '../../shared/page/html.ts';
import { chineseDate } from '../report/local-date.ts';
import { REPORT_FORM } from '../report/report-form.ts';

/** Status in words and by a sign, colour is only added to them. */
const STATUS: Record<CertificateStatus, { sign: string; zh: string; en: string; look: string }> = {
  valid: { sign: '✔', zh: '有效', en: 'Valid', look: 'good' },
  superseded: { sign: '✖', zh: '已被更正后的报告取代', en: 'Superseded by a corrected report', look: 'bad' },
  revoked: { sign: '✖', zh: '已撤销', en: 'Revoked', look: 'bad' },
  'under-objection': { sign: '？', zh: '异议处理中', en: 'Under objection', look: 'unsure' },
};

/** What the public sees of a certificate. */
export function certificateSection(certificate: PublicCertificate): Html {
  const { sign, zh, en, look } = STATUS[certificate.status];
  return html`<p class="status ${look}" role="status"><span class="sign" aria-hidden="true">${sign}</span>
<span>${zh}<span lang="en">${en}</span></span></p>
<dl>${rows(certificate).map(
    ([label, english, value]) => html`
<dt>${label} <span lang="en">${english}</span></dt><dd>${value}</dd>`,
  )}
</dl>
${certificate.masked ? maskedNotice() : html``}
${certificate.entities ? findings(certificate, certificate.entities) : html``}`;
}

function rows(certificate: PublicCertificate): [string, string, string | Html][] {
  const { applicant, period, purpose, pdfSha256 } = certificate;
  return [
    ['报告编号', 'Number', certificate.number],
    ...standingRows(certificate),
    ['出具对象', 'Issued to', applicant.name],
    ['统一社会信用代码', 'USCC', applicant.uscc],
    ['出具单位', 'Issued by', certificate.issuer.zh],
    ['出具日期', 'Issued on', chineseDate(certificate.issuedAt)],
    ['核查期间', 'Period', `${chineseDate(period.fromOn)}至${chineseDate(period.toOn)}`],
    ['核查领域', 'Fields', certificate.fields.map((field) => field.zh).join('、')],
    ...(purpose ? ([['用途', 'Purpose', purposeInWords(purpose)]] satisfies [string, string, string][]) : []),
    ...(pdfSha256
      ? ([['PDF 文件 SHA-256', 'of the file', html`<code>${pdfSha256}</code>`]] satisfies [
          string,
          string,
          Html,
        ][])
      : []),
  ];
}

/** Which report took its place or was corrected by it, and on which basis it was revoked. */
function standingRows(certificate: PublicCertificate): [string, string, string | Html][] {
  const { supersededBy, supersedes, revocation, revocationReason } = certificate;
  const other = (number: string) => html`<a href="/verify/${encodeURIComponent(number)}">${number}</a>`;
  const rows: [string, string, string | Html | undefined][] = [
    ['取代本报告的更正报告', 'Superseded by', supersededBy && other(supersededBy)],
    ['本报告更正并取代', 'Corrects and supersedes', supersedes && other(supersedes)],
    ['撤销日期', 'Revoked on', revocation && chineseDate(revocation.revokedAt)],
    ['撤销依据', 'Legal basis', revocation?.legalBasis],
    ['撤销理由', 'Reason', revocationReason],
  ];
  return rows.flatMap(([zh, en, value]): [string, string, string | Html][] =>
    value === undefined || value === '' ? [] : [[zh, en, value]],
  );
}

function purposeInWords({ kind, board }: NonNullable<PublicCertificate['purpose']>): string {
  return `${REPORT_FORM.purposeKinds[kind].zh}（${REPORT_FORM.boards[board].zh}）`;
}

function maskedNotice(): Html {
  return html`<p>未输入核验码，名称和代码部分隐藏；输入报告上的核验码可查看全部内容并与纸质报告比对。
<span lang="en">Names are masked. Enter the verification code printed on the report to see all of it and compare.</span></p>`;
}

function findings({ fields }: PublicCertificate, entities: NonNullable<PublicCertificate['entities']>): Html {
  return html`<h2 id="findings">核查结果 <span lang="en">Findings</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="findings">
<table><thead><tr><th scope="col">核查主体</th>${fields.map((field) => html`<th scope="col">${field.zh}</th>`)}</tr></thead>
<tbody>${entities.map(
    (entity) => html`
<tr><th scope="row">${entity.name}<br><code>${entity.uscc}</code></th>${entity.verdicts.map(
      (verdict) => html`<td class="${verdict}">${REPORT_FORM.verdicts[verdict].zh}</td>`,
    )}</tr>`,
  )}</tbody></table></div>`;
}
