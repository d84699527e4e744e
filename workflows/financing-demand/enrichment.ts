import * as z from 'zod';

/** What the platform itself knows of an enterprise, as of an instant; each part is shown only within the consent. */
export const Enrichment = z.strictObject({
  asOf: z.iso.datetime({ offset: true }),
  /** 梯度培育层级; absent where the enterprise is on none. */
  ladder: z.strictObject({ level: z.string().min(1), validUntilOn: z.iso.date() }).optional(),
  /** Numbers of its certificates that are valid. */
  certificates: z.array(z.strictObject({ number: z.string().min(1), issuedAt: z.string() })),
  patents: z.strictObject({ funded: z.int().nonnegative() }),
});
export type Enrichment = z.infer<typeof Enrichment>;
