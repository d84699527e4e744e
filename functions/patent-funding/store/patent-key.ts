interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Keys of PatentTable (docs/access-patterns.md). A patent is named by its canonical number. */
export const PATENT_KEY = {
  /** Padded so that the order of keys is the order of patents. */
  chunk: (caseId: string, chunk: number): Key => ({
    pk: PATENT_KEY.application(caseId),
    sk: `${CHUNK_PREFIX}${String(chunk).padStart(2, '0')}`,
  }),
  application: (caseId: string) => `application#${caseId}`,
  claim: (number: string): Key => ({ pk: `patent#${number}`, sk: 'claim' }),
  registered: (number: string): Key => ({ pk: `patent#${number}`, sk: 'register' }),
  enterpriseYear: (uscc: string, programmeId: string, year: number): Key => ({
    pk: `enterprise-year#${uscc}`,
    sk: `${programmeId}#${year}`,
  }),
  programme: (programmeId: string): Key => ({ pk: PROGRAMMES, sk: programmeId }),
} as const;

export const CHUNK_PREFIX = 'patents#';
/** What the office made of programmes: a few items. */
export const PROGRAMMES = 'programmes';
