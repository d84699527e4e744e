import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';

/** What the places of an objection are called in the form. */
export const LABELS = {
  '/contact/name': { zh: '姓名', en: 'Name' },
  '/contact/phone': { zh: '电话', en: 'Phone' },
  '/contact/email': { zh: '邮箱（可不填）', en: 'Mail (optional)' },
  '/ground': { zh: '异议类型', en: 'Ground' },
  '/text': { zh: '异议内容和理由', en: 'What is wrong, and why' },
  '/numbers': { zh: '涉及的专利（不选即为全部）', en: 'Patents it is about (none: all of them)' },
  '/attachmentIds': { zh: '证据文件', en: 'Files of evidence' },
} as const satisfies Record<string, Bilingual>;

export const EVIDENCE_LABELS = {
  title: { zh: '证据名称', en: 'What it is' },
  url: { zh: '网址（https，与摘录至少填一项）', en: 'Web address (https; this or what it says)' },
  excerpt: { zh: '内容摘录', en: 'What it says' },
} as const satisfies Record<string, Bilingual>;

/** What a place of the request is called, for the list of all faults. */
export function placeName(pointer: string): Bilingual | undefined {
  const [, index, part] = /^\/evidence\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
  if (index !== undefined) {
    const number = Number(index) + 1;
    const { zh, en } = EVIDENCE_LABELS[part as keyof typeof EVIDENCE_LABELS] ?? { zh: '', en: '' };
    return { zh: `证据 ${number} ${zh}`.trim(), en: `Evidence ${number} ${en}`.trim() };
  }
  return Object.entries(LABELS).find(([at]) => pointer === at || pointer.startsWith(`${at}/`))?.[1];
}
