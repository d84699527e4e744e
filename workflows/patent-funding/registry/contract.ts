import * as z from 'zod';

/** The department that keeps the local register of patents. */
export const REGISTER_KEEPER = 'ip-centre';

/** 法律状态: in force (有效), pending (审中), lapsed or void (失效). */
export const LegalStatus = z.enum(['in-force', 'pending', 'lapsed']);
export type LegalStatus = z.infer<typeof LegalStatus>;

/** 非正常申请: that a filing stands on the list, and since when. */
export const AbnormalFiling = z.strictObject({ listedOn: z.iso.date(), list: z.string().min(1).max(200) });
export type AbnormalFiling = z.infer<typeof AbnormalFiling>;

/** What the registry of patents knows of one, by its canonical application number. */
export const RegistryRecord = z.strictObject({
  number: z.string().min(1).max(20),
  title: z.string().min(1).max(200),
  filedOn: z.iso.date().optional(),
  grantedOn: z.iso.date().optional(),
  grantPublicationNumber: z.string().min(1).max(40).optional(),
  patentees: z.array(z.string().min(1).max(80)).min(1).max(8),
  address: z.string().min(1).max(200).optional(),
  /** Main class first: `H01L 21/02` is written `H01L21/02`. */
  ipc: z.array(z.string().min(1).max(20)).max(20),
  legalStatus: LegalStatus,
  abnormal: AbnormalFiling.optional(),
});
export type RegistryRecord = z.infer<typeof RegistryRecord>;
