import * as z from 'zod';
import { type Audience, NOTIFICATION, type NotificationKind } from './event.ts';
import type { Recipient, RecordedFacts } from './outbox-row.ts';

const Named = z.object({
  departmentId: z.string().optional(),
  departmentIds: z.array(z.string()).optional(),
  officerId: z.string().optional(),
  institutionId: z.string().optional(),
});

/** Whom an event is told to, from its kind and its facts; nobody twice. */
export function recipientsOf(
  kind: NotificationKind,
  applicantUscc: string | undefined,
  facts: RecordedFacts,
): Recipient[] {
  const { departmentId, departmentIds = departmentId ? [departmentId] : [], ...named } = Named.parse(facts);
  const { officerId, institutionId } = named;
  const of: Readonly<Record<Audience, () => Recipient[]>> = {
    applicant: () => (applicantUscc ? [{ audience: 'applicant', organisationId: applicantUscc }] : []),
    department: () =>
      [...new Set(departmentIds)].map((organisationId) => ({
        audience: 'department',
        organisationId,
        ...(officerId ? { personId: officerId } : {}),
      })),
    bank: () => (institutionId ? [{ audience: 'bank', organisationId: institutionId }] : []),
    office: () => [{ audience: 'office', organisationId: 'office' }],
  };
  return NOTIFICATION[kind].to.flatMap((audience) => of[audience]());
}
