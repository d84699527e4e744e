import type { Fault } from '../../shared/fault.ts';
import type { Consent, GrantRequest } from '../consent.ts';
import { demandFault } from './demand-fault.ts';
import { type FinancingRules, institutionIn } from './financing-rules.ts';

interface ConsentContext {
  readonly rules: Pick<FinancingRules, 'catalogue' | 'directory'>;
  readonly now: Date;
  readonly todayOn: string;
  /** Grants that the demand has already. */
  readonly given?: number;
}

/** Everything wrong with a well-formed consent; `at` is its pointer in the request. */
export function consentFaults(
  { grants, signature }: Consent,
  { rules, now, todayOn, given = 0 }: ConsentContext,
  at: string,
): Fault[] {
  const { maximumGrants } = rules.catalogue;
  return [
    ...grants.flatMap((grant, index) => grantFaults(grant, { rules, now }, `${at}/grants/${index}`)),
    ...(given + grants.length > maximumGrants
      ? [demandFault(`${at}/grants`, 'too-many', maximumGrants)]
      : []),
    ...(signature.signedOn > todayOn ? [demandFault(`${at}/signature/signedOn`, 'date-future')] : []),
  ];
}

function grantFaults(
  { grantee, dataGroups, from, until }: GrantRequest,
  { rules, now }: Pick<ConsentContext, 'rules' | 'now'>,
  at: string,
): Fault[] {
  const unknown =
    grantee.kind === 'institution' && institutionIn(rules.directory, grantee.institutionId) === undefined
      ? [demandFault(`${at}/grantee/institutionId`, 'institution-unknown', grantee.institutionId)]
      : [];
  return [
    ...unknown,
    ...dataGroups.flatMap((group, index) =>
      dataGroups.indexOf(group) < index ? [demandFault(`${at}/dataGroups/${index}`, 'duplicate')] : [],
    ),
    ...(new Date(until) <= new Date(from) ? [demandFault(`${at}/until`, 'grant-ends-before-it-begins')] : []),
    ...(new Date(until) <= now ? [demandFault(`${at}/until`, 'grant-over')] : []),
  ];
}
