import * as z from 'zod';
import type { Grantee } from '../../../../workflows/financing-demand/consent.ts';
import { daysAfter } from '../../../../workflows/shared/working-days.ts';

const DraftGrant = z.object({
  /** `class:bank` or `institution:<USCC>`. */
  grantee: z.string(),
  dataGroups: z.array(z.string()),
  fromOn: z.string(),
  untilOn: z.string(),
});
export type DraftGrant = z.infer<typeof DraftGrant>;

/** A consent as it is being written. */
export const DraftConsent = z.object({
  grants: z.array(DraftGrant),
  signature: z.object({ signedOn: z.string(), signatory: z.string(), signatoryRole: z.string() }),
});
export type DraftConsent = z.infer<typeof DraftConsent>;

export const isConsent = (kept: unknown) => DraftConsent.safeParse(kept).success;

export function newConsent(todayOn: string): DraftConsent {
  return {
    grants: [newGrant('class:bank', todayOn)],
    signature: { signedOn: todayOn, signatory: '', signatoryRole: 'legal-representative' },
  };
}

/** Nothing beside the demand itself is shown unless it is chosen. */
export function newGrant(grantee: string, todayOn: string): DraftGrant {
  return { grantee, dataGroups: [], fromOn: todayOn, untilOn: daysAfter(todayOn, 90) };
}

export function granteeOf(key: string): Grantee {
  const [kind, id = ''] = key.split(':');
  // The rules judge whether there is such a class or institution.
  return (kind === 'class' ? { kind, class: id } : { kind: 'institution', institutionId: id }) as Grantee;
}

/** What is sent: from the first moment of a day on, up to the last of another, in the time of Chongqing. */
export function consentOf({ grants, signature }: DraftConsent) {
  return {
    grants: grants.map(({ grantee, dataGroups, fromOn, untilOn }) => ({
      grantee: granteeOf(grantee),
      dataGroups,
      from: midnight(fromOn),
      until: untilOn === '' ? undefined : midnight(daysAfter(untilOn, 1)),
    })),
    signature: { ...signature, signedOn: signature.signedOn || undefined },
  };
}

const midnight = (on: string) => (on === '' ? undefined : `${on}T00:00:00+08:00`);
