import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import type { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { COLOUR, CONTENT_WIDTH, drawText, PAGE, type PageFlow } from './page-flow.ts';

type RuleSet = CertificateFacts['ruleSet'];

const BODY = { size: 9, lineGap: 2 } as const;
const ENGLISH = { size: 7, colour: COLOUR.grey } as const;
const NOTICE_HEIGHT = 54;
const SIGNATURE_HEIGHT = 80;

/** Which behaviours count, under which version of the rules, and what the report is not. */
export function drawNotices(
  flow: PageFlow,
  form: ReportForm,
  ruleSet: RuleSet,
  unprintable: readonly string[],
): void {
  flow.heading({ zh: '五、核查规则和说明', en: 'Rules and notices' });
  const rules = [ruleNotice(ruleSet), ...behaviourNotice(ruleSet)];
  const notices = [...rules, ...form.notices, form.signatureNotice, ...unprintableNotice(unprintable)];
  notices.forEach(({ zh, en }, index) => {
    // The signature never stands on a page of its own: the last notice goes with it.
    flow.ensure(index === notices.length - 1 ? NOTICE_HEIGHT + SIGNATURE_HEIGHT : NOTICE_HEIGHT);
    flow.paragraph(`${index + 1}．${zh}`, BODY, { after: 1 });
    flow.paragraph(en, ENGLISH, { x: PAGE.left + 14, width: CONTENT_WIDTH - 14, after: 5 });
  });
}

function ruleNotice({ statement, id, version, effectiveOn, source }: RuleSet): Bilingual {
  return {
    zh: `核查规则：${statement.zh}（${id}，${version}版，${effectiveOn}起施行；依据：${source}）`,
    en: `${statement.en} (${id}, version ${version}, in force from ${effectiveOn})`,
  };
}

/** Behaviour by behaviour; certificates from before they stood in the facts have only the statement. */
function behaviourNotice({ countedBehaviours, uncountedBehaviours }: RuleSet): Bilingual[] {
  if (countedBehaviours.length === 0) return [];
  const list = (behaviours: RuleSet['countedBehaviours'], language: 'zh' | 'en') =>
    behaviours.map(({ name }) => name[language]).join(language === 'zh' ? '、' : '; ');
  const uncounted = uncountedBehaviours.length > 0;
  return [
    {
      zh: `计入的记录类别：${list(countedBehaviours, 'zh')}。不计入：${uncounted ? list(uncountedBehaviours, 'zh') : '无'}。`,
      en: `Counted: ${list(countedBehaviours, 'en')}. Not counted: ${uncounted ? list(uncountedBehaviours, 'en') : 'none'}.`,
    },
  ];
}

function unprintableNotice(unprintable: readonly string[]): Bilingual[] {
  if (unprintable.length === 0) return [];
  const names = unprintable.join('、');
  return [
    {
      zh: `本文件字体未收录的字以其统一码（GB/T 13000）表示：${names}；以随附的可验证凭证所载文字为准。`,
      en: `Characters this document's typeface lacks are given by code point (${unprintable.join(', ')}); the attached credential has them as written.`,
    },
  ];
}

/** The issuing office and the date at the right, as official papers are signed. */
export function drawSignature(flow: PageFlow, form: ReportForm, issuedOn: string): void {
  flow.ensure(SIGNATURE_HEIGHT);
  flow.y += 14;
  const width = 330;
  const x = PAGE.width - PAGE.right - width;
  const line = (text: string, size: number, step: number, colour: string = COLOUR.ink) => {
    drawText(flow.doc, text, { size, colour, align: 'center' }, { x, y: flow.y, width });
    flow.y += step;
  };
  line(form.issuer.zh, 12, 18);
  line(form.issuer.en, 7, 14, COLOUR.grey);
  line(issuedOn, 12, 20);
  line('（平台数字签名，非 GB/T 38540 电子签章）', 8, 12, COLOUR.grey);
}

/** On every page: the number, the verification code and the page of how many. */
export function drawFooters(doc: PDFKit.PDFDocument, number: string, code: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const y = PAGE.height - 50;
    doc
      .lineWidth(0.5)
      .strokeColor(COLOUR.red)
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.width - PAGE.right, y)
      .stroke();
    const style = { size: 7.5, colour: COLOUR.grey } as const;
    const place = { x: PAGE.left, y: y + 6, width: CONTENT_WIDTH };
    drawText(doc, `${number}　核验码 ${code}`, style, place);
    drawText(
      doc,
      `第 ${page + 1} 页　共 ${count} 页　Page ${page + 1} of ${count}`,
      { ...style, align: 'right' },
      place,
    );
  }
}
