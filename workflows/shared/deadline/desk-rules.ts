import * as z from 'zod';
import { inEffectOn } from '../in-effect-on.ts';

/**
 * What the desk grants of time, for every procedure: seeds/shared/desk-rules.json. A list of versions; what holds is decided by the day
 * of the action, and the audit names the version.
 */
export const DeskRules = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  /** Reminders go out on the morning of the working day on which this share of the time is reached. */
  reminders: z.strictObject({
    percents: z.array(z.int().min(1).max(99)).min(1),
    /** Time of day in Asia/Shanghai. */
    atLocalTime: z.iso.time({ precision: -1 }),
  }),
  /** 延期: by the office, of a task that is overdue. */
  extension: z.strictObject({ maximumTimes: z.int().positive(), maximumWorkingDays: z.int().positive() }),
  /** 补正: by a department, of a task that is open. */
  supplement: z.strictObject({
    maximumRounds: z.int().positive(),
    maximumItems: z.int().positive(),
    minimumWorkingDays: z.int().positive(),
    maximumWorkingDays: z.int().positive(),
  }),
  /** 补充材料: by the applicant of its own accord, while a task is open. */
  material: z.strictObject({ maximumTimes: z.int().positive() }),
});
export type DeskRules = z.infer<typeof DeskRules>;

/** The version that took effect last. Throws where none had. */
export function deskRulesOn(versions: readonly DeskRules[], on: string): DeskRules {
  return inEffectOn(versions, on, "the desk's rules");
}
