import type { Bilingual } from './bilingual.ts';

/** W3C Verifiable Credentials Data Model 2.0, section 4.3: the base context comes first. */
export const BASE_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** Language-tagged strings, section 11.1 of the data model. */
export function languageMap({ zh, en }: Bilingual) {
  return [
    { '@value': zh, '@language': 'zh-CN' },
    { '@value': en, '@language': 'en' },
  ];
}
