import type { DataGroup, Grant } from '../consent.ts';
import type { DemandDetail } from '../contract.ts';
import type { DemandSeen } from '../demand-seen.ts';
import type { Institution } from '../institution.ts';
import { endOfValidity } from './next-moment.ts';

/** Whether a grant holds at an instant: not yet withdrawn, and within its own time. */
export function isInForce({ from, until, withdrawnAt }: Grant, at: Date): boolean {
  return withdrawnAt === undefined && new Date(from) <= at && at < new Date(until);
}

/** Whether a grant names an institution, by itself or by its class. */
export function names({ grantee }: Pick<Grant, 'grantee'>, institution: Institution): boolean {
  return grantee.kind === 'institution'
    ? grantee.institutionId === institution.institutionId
    : grantee.class === institution.class;
}

/** The groups that the consent gives an institution at an instant; undefined where no grant names it. */
export function groupsGiven(
  grants: readonly Grant[],
  institution: Institution,
  at: Date,
): ReadonlySet<DataGroup> | undefined {
  const inForce = grants.filter((grant) => names(grant, institution) && isInForce(grant, at));
  return inForce.length === 0 ? undefined : new Set(inForce.flatMap(({ dataGroups }) => dataGroups));
}

interface KeptDemand {
  readonly demandId: string;
  readonly detail: DemandDetail;
}

/**
 * What an institution sees of a demand at an instant: the one place that says so, for push, pull, XLSX and every route. Undefined where
 * the demand is over or was never sent to it, and from the very moment from which no grant names it.
 */
export function demandSeen(
  { demandId, detail }: KeptDemand,
  institution: Institution,
  at: Date,
): DemandSeen | undefined {
  const sent = detail.recipients.some((one) => one.institutionId === institution.institutionId);
  const given = groupsGiven(detail.grants, institution, at);
  if (!sent || given === undefined || isOver(detail, at)) return undefined;
  const groups = new Set(given);
  if (!mayKnowIdentity(detail, institution)) groups.delete('identity');
  const { version, terms, disclosure } = detail;
  return {
    demandId,
    version,
    disclosure,
    terms,
    dataGroups: [...groups].sort(),
    ...requestOf(detail, institution),
    ...shown(detail, groups),
  };
}

function requestOf(
  { identityRequests }: DemandDetail,
  { institutionId }: Institution,
): Pick<DemandSeen, 'identityRequest'> {
  const request = identityRequests.find((one) => one.institutionId === institutionId);
  if (!request) return {};
  if (!request.answer) return { identityRequest: 'asked' };
  return { identityRequest: request.answer.granted ? 'granted' : 'refused' };
}

/** A demand stands through its last day, even where its machine has not closed it yet. */
export function isOver({ ended, terms }: Pick<DemandDetail, 'ended' | 'terms'>, at: Date): boolean {
  return ended !== undefined || at >= endOfValidity({ terms });
}

/** The enterprise that stays anonymous at first has told this institution who it is. */
function mayKnowIdentity(
  { disclosure, identityRequests }: DemandDetail,
  { institutionId }: Institution,
): boolean {
  if (disclosure === 'named') return true;
  return identityRequests.some((one) => one.institutionId === institutionId && one.answer?.granted === true);
}

function shown(
  { applicant, contact, declared, enrichment }: DemandDetail,
  groups: ReadonlySet<DataGroup>,
): Partial<DemandSeen> {
  const { tax, 'social-security': socialSecurity } = declared;
  const valid = enrichment?.certificates ?? [];
  const numbers = groups.has('identity') ? { numbers: valid.map(({ number }) => number) } : {};
  return {
    ...(groups.has('identity') && { identity: { ...applicant, contact } }),
    ...(groups.has('tax') && tax && { tax }),
    ...(groups.has('social-security') && socialSecurity && { 'social-security': socialSecurity }),
    ...(groups.has('patents') && enrichment && { patents: enrichment.patents }),
    ...(groups.has('ladder') && enrichment?.ladder && { ladder: enrichment.ladder }),
    ...(groups.has('certificates') && enrichment && { certificates: { valid: valid.length, ...numbers } }),
  };
}
