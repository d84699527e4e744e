import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import { chineseDate } from './local-date.ts';
import { COLOUR, CONTENT_WIDTH, drawText, heightOf, PAGE, type PageFlow } from './page-flow.ts';
import { registerWords } from './register-words.ts';
import type { RecordEntry, ReportContent } from './report-content.ts';

const BODY = { size: 9, lineGap: 2 } as const;
const ENGLISH = { size: 6.8, colour: COLOUR.grey } as const;
/** Width of the Chinese column of the list of departments. */
const COLUMN = 270;
const INDENT = { x: PAGE.left + 18, width: CONTENT_WIDTH - 18 };

/** Which department answered for which field, and whether an officer did or its register. */
export function drawDepartments(
  flow: PageFlow,
  { fields, byRecord }: Pick<CertificateFacts, 'fields' | 'byRecord'>,
): void {
  flow.heading({ zh: '二、核查领域和核查部门', en: 'Fields and departments' });
  fields.forEach(({ id, name, departmentName }, index) => {
    const chinese = `${index + 1}．${name.zh}：${departmentName.zh}`;
    const english = `${name.en}: ${departmentName.en}`;
    const height = Math.max(
      heightOf(flow.doc, chinese, BODY, COLUMN),
      heightOf(flow.doc, english, ENGLISH, CONTENT_WIDTH - COLUMN) + 3,
    );
    flow.ensure(height);
    drawText(flow.doc, chinese, BODY, { x: PAGE.left, y: flow.y, width: COLUMN });
    const beside = { x: PAGE.left + COLUMN, y: flow.y + 3, width: CONTENT_WIDTH - COLUMN };
    drawText(flow.doc, english, ENGLISH, beside);
    flow.y += height + 2;
    const recorded = byRecord.find((answer) => answer.fieldId === id);
    if (recorded) drawRegister(flow, recorded);
  });
}

/** Which version of the register, of which day, and what it knows. */
function drawRegister(flow: PageFlow, answer: CertificateFacts['byRecord'][number]): void {
  const { zh, en } = registerWords(answer);
  flow.paragraph(zh, { size: 7.5, colour: COLOUR.grey }, { ...INDENT, after: 0 });
  flow.paragraph(en, ENGLISH, { ...INDENT, after: 3 });
}

export function drawRecords(flow: PageFlow, records: ReportContent['records']): void {
  flow.heading({ zh: '三、记录情况', en: 'Records' });
  if (records.length === 0) flow.paragraph('所列主体在所列领域均无记录。No records.', BODY);
  for (const entry of records) drawRecord(flow, entry);
}

function drawRecord(flow: PageFlow, { mark, entity, field, department, record }: RecordEntry): void {
  flow.ensure(70);
  flow.paragraph(
    `${mark}．${entity}　｜　${field}（${department}）`,
    { ...BODY, font: 'bold' },
    { after: 1 },
  );
  const repaired = record.repaired ? '已修复' : '未修复';
  for (const line of [
    `文书：${record.documentNumber}　　日期：${chineseDate(record.decidedOn)}　　机关：${record.authority}`,
    `行为：${record.behaviourKind}　　信用修复：${repaired}`,
    `处理结果：${record.outcome}`,
  ])
    flow.paragraph(line, BODY, { ...INDENT, after: 1 });
  flow.y += 5;
}

export function drawUncertified(flow: PageFlow, entries: ReportContent['uncertified']): void {
  flow.heading({ zh: '四、未出具事项', en: 'Not certified' });
  if (entries.length === 0) flow.paragraph('无。None.', BODY);
  for (const { mark, reason, items } of entries) {
    flow.ensure(40);
    flow.paragraph(`${mark}．${reason.zh}`, { ...BODY, font: 'bold' }, { after: 0 });
    flow.paragraph(reason.en, ENGLISH, { ...INDENT, after: 1 });
    for (const { entity, fields } of items)
      flow.paragraph(`${entity}：${fields.join('、')}`, BODY, { ...INDENT, after: 1 });
    flow.y += 5;
  }
}
