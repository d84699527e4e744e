import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';
import { KeyIndustry, PatentKind } from '../programme.ts';

/**
 * 快速预审 as data (seeds/patent-funding/pre-examination.json): which filings the centre examines beforehand, how fast, and until when a filing
 * that passed has to be made.
 */
export const PreExaminationRules = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  departmentId: z.string().min(1),
  kinds: z.array(PatentKind).min(1),
  industries: z.array(KeyIndustry).min(1),
  promisedWorkingDays: z.int().min(1).max(60),
  fileWithinWorkingDays: z.int().min(1).max(60),
  /** What is told of the scope where a filing is outside of it. */
  scope: Bilingual,
});
export type PreExaminationRules = z.infer<typeof PreExaminationRules>;
