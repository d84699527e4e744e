import * as z from 'zod';

export const OrganisationKind = z.enum(['enterprise', 'department', 'bank', 'office']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** Who acts: a person for an organisation, as the verified token says. Claims: see {@link ACTOR_CLAIM}. */
export const Actor = z.strictObject({
  organisationKind: OrganisationKind,
  /** USCC of an enterprise or bank, id of a department in seeds/, `office`. */
  organisationId: z.string().min(1),
  organisationName: z.string().min(1),
  personId: z.string().min(1),
  personName: z.string().min(1),
  roles: z.array(z.string().min(1)),
});
export type Actor = z.infer<typeof Actor>;

/** Names of the token's claims; `roles` is one string, separated by spaces, because HTTP API turns arrays into text. */
export const ACTOR_CLAIM = {
  organisationKind: 'organisation_kind',
  organisationId: 'organisation_id',
  organisationName: 'organisation_name',
  personId: 'sub',
  personName: 'person_name',
  roles: 'roles',
} as const;
