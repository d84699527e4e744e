import type {
  CertificateFacts,
  MatrixCell,
  Verdict,
} from '../../../workflows/listing-certificate/certificate.ts';
import type { ViolationRecord } from '../../../workflows/listing-certificate/contract.ts';
import type { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { chineseDate } from './local-date.ts';

/** One line of the list of records; `mark` is printed in the matrix cell that leads to it. */
export interface RecordEntry {
  readonly mark: string;
  readonly entity: string;
  readonly field: string;
  readonly department: string;
  readonly record: ViolationRecord;
}

/** One reason why cells are not certified, with the entities and fields it holds for. */
export interface UncertifiedEntry {
  readonly mark: string;
  readonly reason: Bilingual;
  readonly items: readonly { readonly entity: string; readonly fields: readonly string[] }[];
}

export interface MatrixRow {
  readonly name: string;
  readonly uscc: string;
  readonly relation: string;
  readonly cells: readonly { readonly verdict: Verdict; readonly mark?: string }[];
}

/** What the report says, in the order it is printed; drawing decides nothing but places. */
export interface ReportContent {
  readonly opening: Bilingual;
  readonly particulars: readonly { readonly label: Bilingual; readonly value: string }[];
  readonly rows: readonly MatrixRow[];
  readonly records: readonly RecordEntry[];
  readonly uncertified: readonly UncertifiedEntry[];
  readonly issuedOn: string;
}

export function reportContent(facts: CertificateFacts, form: ReportForm): ReportContent {
  const marks = new Map<MatrixCell, string>();
  const records = recordEntries(facts, marks);
  const uncertified = uncertifiedEntries(facts, marks);
  return {
    opening: filled(form.opening, { applicant: facts.applicant.name }),
    particulars: particulars(facts, form),
    rows: facts.entities.map((entity) => ({
      name: entity.name,
      uscc: entity.uscc,
      relation: form.relations[entity.relation].zh,
      cells: facts.fields.map((field) => {
        const cell = cellOf(facts, entity.uscc, field.id);
        const mark = marks.get(cell);
        return { verdict: cell.verdict, ...(mark === undefined ? {} : { mark }) };
      }),
    })),
    records,
    uncertified,
    issuedOn: chineseDate(facts.issuedAt),
  };
}

function particulars(facts: CertificateFacts, form: ReportForm): ReportContent['particulars'] {
  const { period, purpose, ruleSet } = facts;
  return [
    { label: { zh: '申请企业', en: 'Applicant' }, value: facts.applicant.name },
    { label: { zh: '统一社会信用代码', en: 'USCC' }, value: facts.applicant.uscc },
    { label: { zh: '办件编号', en: 'Case' }, value: facts.caseNumber },
    {
      label: { zh: '核查期间', en: 'Period' },
      value: `${chineseDate(period.fromOn)}至${chineseDate(period.toOn)}（含首尾两日）`,
    },
    {
      label: { zh: '用途', en: 'Purpose' },
      value: `${form.purposeKinds[purpose.kind].zh}（${form.boards[purpose.board].zh}）`,
    },
    {
      label: { zh: '核查规则', en: 'Rule set' },
      value: `${ruleSet.id}，${ruleSet.version} 版`,
    },
    ...supersession(facts),
  ];
}

/** As many as the first page has room for beside the particulars; the credential lists all. */
const NAMED_CORRECTIONS = 3;

/** A corrected report names the one whose place it takes, and where it says something else. */
function supersession({ supersedes, entities, fields }: CertificateFacts): ReportContent['particulars'] {
  if (supersedes === undefined) return [];
  const { number, issuedAt, objectionNumber, cells } = supersedes;
  const corrected = cells.slice(0, NAMED_CORRECTIONS).map(({ uscc, fieldId }) => {
    const entity = entities.find((one) => one.uscc === uscc)?.name ?? uscc;
    return `${entity}：${fields.find(({ id }) => id === fieldId)?.name.zh ?? fieldId}`;
  });
  const rest = cells.length > corrected.length ? `；等${cells.length}项` : '';
  return [
    { label: { zh: '更正并取代', en: 'Supersedes' }, value: `${number}（${chineseDate(issuedAt)}出具）` },
    {
      label: { zh: '更正事项', en: 'Corrected' },
      value: `${corrected.join('；')}${rest}（异议 ${objectionNumber} 成立）`,
    },
  ];
}

function recordEntries(facts: CertificateFacts, marks: Map<MatrixCell, string>): RecordEntry[] {
  const entries: RecordEntry[] = [];
  for (const entity of facts.entities)
    for (const field of facts.fields) {
      const cell = cellOf(facts, entity.uscc, field.id);
      const first = entries.length + 1;
      for (const record of cell.records ?? [])
        entries.push({
          mark: String(entries.length + 1),
          entity: entity.name,
          field: field.name.zh,
          department: field.departmentName.zh,
          record,
        });
      const last = entries.length;
      if (last >= first) marks.set(cell, first === last ? `${first}` : `${first}–${last}`);
    }
  return entries;
}

function uncertifiedEntries(facts: CertificateFacts, marks: Map<MatrixCell, string>): UncertifiedEntry[] {
  const entries = new Map<string, { mark: string; reason: Bilingual; items: Map<string, string[]> }>();
  for (const entity of facts.entities)
    for (const field of facts.fields) {
      const cell = cellOf(facts, entity.uscc, field.id);
      if (cell.verdict !== 'not-certified') continue;
      const { code, zh, en } = cell.reason ?? { code: '', zh: '未说明原因', en: 'No reason given' };
      const entry = entries.get(code) ?? { mark: letter(entries.size), reason: { zh, en }, items: new Map() };
      entries.set(code, entry);
      entry.items.set(entity.name, [...(entry.items.get(entity.name) ?? []), field.name.zh]);
      marks.set(cell, entry.mark);
    }
  return [...entries.values()].map(({ mark, reason, items }) => ({
    mark,
    reason,
    items: [...items].map(([entity, fields]) => ({
      entity,
      fields: fields.length === facts.fields.length ? ['全部领域'] : fields,
    })),
  }));
}

function cellOf(facts: CertificateFacts, uscc: string, fieldId: string): MatrixCell {
  const cell = facts.matrix.find((candidate) => candidate.uscc === uscc && candidate.fieldId === fieldId);
  if (!cell) throw new Error(`Certificate ${facts.number} has no finding on ${uscc} in the field ${fieldId}`);
  return cell;
}

const letter = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index);

function filled(text: Bilingual, values: Readonly<Record<string, string>>): Bilingual {
  const fill = (words: string) =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The report form asks for {${name}}, which it cannot have`);
      return value;
    });
  return { zh: fill(text.zh), en: fill(text.en) };
}
