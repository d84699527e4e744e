import * as z from 'zod';

const Instant = z.iso.datetime({ offset: true });

/** What a register knows: everything decided from a day to a day. Outside of it silence proves nothing. */
export const RegisterCoverage = z.strictObject({ fromOn: z.iso.date(), toOn: z.iso.date() });
export type RegisterCoverage = z.infer<typeof RegisterCoverage>;

/** A field that was answered by record: no counted record of any entity, in which version of which register. */
export const RecordAnswer = z.strictObject({
  departmentId: z.string(),
  fieldId: z.string(),
  registerVersion: z.int().positive(),
  /** When that version became the register. */
  registerLoadedAt: Instant,
  coverage: RegisterCoverage,
  answeredAt: Instant,
});
export type RecordAnswer = z.infer<typeof RecordAnswer>;
