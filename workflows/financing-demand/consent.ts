import * as z from 'zod';
import { InstitutionClass } from './institution.ts';

/**
 * 授权: which data of a demand which institutions may see, from when until when. What an institution sees is computed from the
 * consent at the moment of reading (rules/demand-seen.ts); nothing else decides it.
 */

const Instant = z.iso.datetime({ offset: true });

/** What a consent may cover beside the demand itself, which everyone sees whom any grant names. */
export const DataGroup = z.enum([
  /** 主体信息: name, USCC and contact. */
  'identity',
  /** 纳税信息, as the enterprise declares it. */
  'tax',
  /** 社会保险信息, as the enterprise declares it. */
  'social-security',
  /** 专利资助: patents funded by the platform. */
  'patents',
  /** 梯度培育层级. */
  'ladder',
  /** 有效的合规证明: certificates issued by the platform that are valid. */
  'certificates',
]);
export type DataGroup = z.infer<typeof DataGroup>;

export const Grantee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('institution'), institutionId: z.string().min(1).max(32) }),
  z.strictObject({ kind: z.literal('class'), class: InstitutionClass }),
]);
export type Grantee = z.infer<typeof Grantee>;

/** One grant, as the enterprise gives it. */
export const GrantRequest = z.strictObject({
  grantee: Grantee,
  dataGroups: z.array(DataGroup).max(20),
  /** Valid from this instant up to, and without, that one. */
  from: Instant,
  until: Instant,
});
export type GrantRequest = z.infer<typeof GrantRequest>;

/** Who signed for the enterprise, as what, on which day. */
export const ConsentSignature = z.strictObject({
  signedOn: z.iso.date(),
  signatory: z.string().min(1).max(100),
  signatoryRole: z.enum(['legal-representative', 'principal', 'authorised-agent']),
});
export type ConsentSignature = z.infer<typeof ConsentSignature>;

export const Consent = z.strictObject({
  grants: z.array(GrantRequest).min(1).max(100),
  signature: ConsentSignature,
});
export type Consent = z.infer<typeof Consent>;

/** A grant as it is kept: never changed, only withdrawn. */
export const Grant = GrantRequest.extend({
  /** 1, 2, 3, ... within the demand. */
  grantId: z.int().positive(),
  signature: ConsentSignature,
  givenAt: Instant,
  withdrawnAt: Instant.optional(),
});
export type Grant = z.infer<typeof Grant>;
