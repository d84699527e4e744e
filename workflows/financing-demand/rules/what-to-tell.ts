import { canonicalJson } from '../../shared/audit/chain.ts';
import type { DemandDetail, Recipient } from '../contract.ts';
import type { Institution } from '../institution.ts';
import type { ListItemKind } from '../list/contract.ts';
import { demandSeen } from './demand-seen.ts';

/** That an institution is to be told of a demand in its next list. */
export interface Telling {
  readonly institutionId: string;
  readonly kind: ListItemKind;
  /** It was never told of this demand before. */
  readonly first: boolean;
}

/**
 * What each recipient has to be told of a change, by comparing what it saw when it was last told with what it sees now. Answers the
 * detail as it is to be kept: who may see it no more is marked, so that a consent given again shows the demand as new.
 */
export function whatToTell(
  before: DemandDetail,
  after: DemandDetail,
  { institutions, at }: { readonly institutions: readonly Institution[]; readonly at: string },
): { detail: DemandDetail; tellings: Telling[] } {
  const known = new Map(institutions.map((one) => [one.institutionId, one]));
  const outcomes = after.recipients.map((recipient) => {
    const institution = known.get(recipient.institutionId);
    const had = before.recipients.find((one) => one.institutionId === recipient.institutionId);
    return outcomeOf(recipient, {
      first: had === undefined,
      saw:
        had && !had.withoutConsentSince && institution
          ? seen(before, institution, before.toldAsOf)
          : undefined,
      sees: institution && seen(after, institution, at),
      mayHaveSeen: had !== undefined && !had.withoutConsentSince,
      over: after.ended !== undefined,
      at,
    });
  });
  const detail = { ...after, toldAsOf: at, recipients: outcomes.map(({ recipient }) => recipient) };
  return { detail, tellings: outcomes.flatMap(({ telling }) => (telling ? [telling] : [])) };
}

interface Compared {
  readonly first: boolean;
  readonly saw: string | undefined;
  readonly sees: string | undefined;
  /** It was told of the demand and of nothing that took it away. */
  readonly mayHaveSeen: boolean;
  readonly over: boolean;
  readonly at: string;
}

function outcomeOf(
  recipient: Recipient,
  { first, saw, sees, mayHaveSeen, over, at }: Compared,
): { recipient: Recipient; telling?: Telling } {
  const { institutionId, withoutConsentSince: _, ...rest } = recipient;
  const tell = (kind: ListItemKind): Telling => ({ institutionId, kind, first });
  if (over) return mayHaveSeen ? { recipient, telling: tell('CLOSED') } : { recipient };
  if (sees === undefined) {
    if (!mayHaveSeen) return { recipient: { ...recipient, withoutConsentSince: at } };
    return { recipient: { ...recipient, withoutConsentSince: at }, telling: tell('CONSENT_WITHDRAWN') };
  }
  if (!mayHaveSeen) return { recipient: { institutionId, ...rest }, telling: tell('NEW') };
  return saw === sees ? { recipient } : { recipient, telling: tell('CHANGED') };
}

/** Everything but the version, which changes with every entry of the audit. */
function seen(detail: DemandDetail, institution: Institution, at: string | undefined): string | undefined {
  const shown =
    at === undefined ? undefined : demandSeen({ demandId: '', detail }, institution, new Date(at));
  return shown && canonicalJson({ ...shown, version: 0 });
}
