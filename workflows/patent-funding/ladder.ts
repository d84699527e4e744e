import * as z from 'zod';
import { LadderLevel } from './programme.ts';

/** Enterprises on the cultivation ladder (梯度培育库): which level, from when until when. */
export const LadderEntry = z.strictObject({
  uscc: z.string().min(1),
  level: LadderLevel,
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
});
export type LadderEntry = z.infer<typeof LadderEntry>;

export const LadderRegister = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  entries: z.array(LadderEntry),
});
export type LadderRegister = z.infer<typeof LadderRegister>;
