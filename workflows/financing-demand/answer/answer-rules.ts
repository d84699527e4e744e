import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';

/** What institutions promise and why they may refuse: seeds/financing-demand/answer-rules.json. */
export const AnswerRules = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  /** Both from the day on which the institution took the order. */
  contactWithinWorkingDays: z.int().positive(),
  decideWithinWorkingDays: z.int().positive(),
  /** A round without any offer is over after so many working days, and the next institutions are asked. */
  roundWorkingDays: z.int().positive(),
  refusalReasons: z.array(z.strictObject({ code: z.string().min(1), name: Bilingual })).min(1),
});
export type AnswerRules = z.infer<typeof AnswerRules>;
