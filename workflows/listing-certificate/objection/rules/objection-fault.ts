import type { Bilingual } from '../../../shared/bilingual.ts';
import type { Fault } from '../../../shared/fault.ts';

const WORDS = {
  'cell-unknown': {
    zh: '报告中没有该主体的该领域',
    en: 'The report says nothing of this entity in this field',
  },
  'cell-duplicate': { zh: '同一主体同一领域重复', en: 'This entity and field stands twice' },
  'cell-without-record': {
    zh: '该主体在该领域没有记录，无可异议',
    en: 'The report lists no record of this entity in this field: there is nothing to dispute',
  },
  'document-unknown': {
    zh: '该主体在该领域没有此文书号的记录',
    en: 'No record of this entity in this field has this document number',
  },
  'another-department': {
    zh: '一件异议只能涉及同一部门，请另行提出',
    en: 'One objection concerns one department: raise another one for this',
  },
  'cells-too-many': { zh: '异议事项过多', en: 'Too many cells are disputed at once' },
  'decision-missing': { zh: '缺少对该主体该领域的决定', en: 'This disputed entity and field is not decided' },
  'decision-not-asked': { zh: '该主体的该领域并无异议', en: 'This entity and field is not disputed' },
  'correction-changes-nothing': {
    zh: '异议成立，但更正后的内容与原内容相同',
    en: 'The objection is upheld, and yet the correction says what the report says already',
  },
  'record-outside-the-period': {
    zh: '记录的决定日期不在核查期间内',
    en: 'The record was decided outside the period',
  },
} as const satisfies Record<string, Bilingual>;

/** One fault of an objection or of its decision; `about` names what it is about. */
export function objectionFault(pointer: string, code: keyof typeof WORDS, about: string): Fault {
  const { zh, en } = WORDS[code];
  return { pointer, code, zh: `${zh}（${about}）`, en: `${en} (${about})` };
}
