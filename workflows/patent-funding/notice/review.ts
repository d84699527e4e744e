import * as z from 'zod';
import type { Fault } from '../../shared/fault.ts';
import { CaseObjection } from '../money/progress.ts';

/** What the IP centre is asked once a notice has ended: every objection to it. */
export const ObjectionsQuestion = z.strictObject({
  asks: z.literal('objections'),
  noticeNumber: z.string(),
  objections: z.array(CaseObjection).min(1),
});
export type ObjectionsQuestion = z.infer<typeof ObjectionsQuestion>;

/** Upheld strikes the patents the objection names out of the grant, or all of them where it names none. */
export const ObjectionsAnswer = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        objectionId: z.string().min(1).max(64),
        outcome: z.enum(['upheld', 'rejected']),
        reason: z.string().trim().min(1).max(1000),
      }),
    )
    .min(1)
    .max(40),
  comment: z.string().max(2000).optional(),
});
export type ObjectionsAnswer = z.infer<typeof ObjectionsAnswer>;

/** Every objection is decided once, and no other. */
export function objectionsAnswerFaults(
  { objections }: ObjectionsQuestion,
  { decisions }: ObjectionsAnswer,
): Fault[] {
  const asked = new Set(objections.map(({ objectionId }) => objectionId));
  const decided = decisions.map(({ objectionId }) => objectionId);
  const missing = [...asked].filter((objectionId) => !decided.includes(objectionId));
  return [
    ...decided.flatMap((objectionId, index) => {
      if (!asked.has(objectionId))
        return [fault(index, 'not-asked', '没有这项异议', 'No such objection is asked')];
      const again = decided.indexOf(objectionId) < index;
      return again
        ? [fault(index, 'decided-twice', '该异议已有结论', 'This objection is decided twice')]
        : [];
    }),
    ...missing.map((objectionId) => ({
      pointer: '/decisions',
      code: 'decision-missing',
      zh: `异议 ${objectionId} 尚无结论`,
      en: `The objection ${objectionId} is not decided`,
    })),
  ];
}

const fault = (index: number, code: string, zh: string, en: string): Fault => ({
  pointer: `/decisions/${index}/objectionId`,
  code,
  zh,
  en,
});
