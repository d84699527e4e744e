import type { DataGroup, GrantRequest } from '../../../workflows/financing-demand/consent.ts';
import type { DemandSeen } from '../../../workflows/financing-demand/demand-seen.ts';

/** What the test itself knows of a demand it made: by this, and not by our own rules, it says what may be seen. */
export interface KnownDemand {
  readonly demandId: string;
  readonly anonymous: boolean;
  readonly grants: { readonly grant: GrantRequest; withdrawn: boolean }[];
  readonly toldTo: Set<string>;
  closed: boolean;
  readonly endsAt: number;
}

export interface Reader {
  readonly institutionId: string;
  readonly class: string;
}

/** The groups that a reader may see at an instant; undefined: nothing at all. */
export function allowed(of: KnownDemand, reader: Reader, atMs: number): Set<DataGroup> | undefined {
  if (of.closed || atMs >= of.endsAt) return undefined;
  const groups = new Set<DataGroup>();
  let any = false;
  for (const { grant, withdrawn } of of.grants) {
    const { grantee } = grant;
    const isNamed =
      (grantee.kind === 'class' && grantee.class === reader.class) ||
      (grantee.kind === 'institution' && grantee.institutionId === reader.institutionId);
    const inTime = Date.parse(grant.from) <= atMs && atMs < Date.parse(grant.until);
    if (withdrawn || !isNamed || !inTime) continue;
    any = true;
    for (const group of grant.dataGroups) groups.add(group);
  }
  if (of.anonymous && !of.toldTo.has(reader.institutionId)) groups.delete('identity');
  return any ? groups : undefined;
}

/** Where each group would show in what is delivered. */
const SHOWS: Readonly<Record<DataGroup, (seen: DemandSeen) => boolean>> = {
  identity: (seen) => seen.identity !== undefined || seen.certificates?.numbers !== undefined,
  tax: (seen) => seen.tax !== undefined,
  'social-security': (seen) => seen['social-security'] !== undefined,
  patents: (seen) => seen.patents !== undefined,
  ladder: (seen) => seen.ladder !== undefined,
  certificates: (seen) => seen.certificates !== undefined,
};

/** Groups that are shown and must not be; with `demand` first where nothing must be. */
export function leaked(seen: DemandSeen | undefined, may: ReadonlySet<DataGroup> | undefined): string[] {
  if (seen === undefined) return [];
  const groups = (Object.keys(SHOWS) as DataGroup[]).filter((group) => SHOWS[group](seen));
  const more = [...groups, ...seen.dataGroups].filter((group) => !may?.has(group));
  return may === undefined ? ['demand', ...more] : more;
}
