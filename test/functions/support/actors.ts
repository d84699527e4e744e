import type { Actor } from '../../../workflows/shared/actor.ts';

const actor = (organisationKind: Actor['organisationKind'], organisationId: string): Actor => ({
  organisationKind,
  organisationId,
  organisationName: `Name of ${organisationId}`,
  personId: `person-of-${organisationId}`,
  personName: `Person of ${organisationId}`,
  roles: ['officer'],
});

export const ENTERPRISE = actor('enterprise', '91500112LJDEM0017W');
export const OTHER_ENTERPRISE = actor('enterprise', '91500105LJDEM0025K');
export const ENVIRONMENT = actor('department', 'environment');
const colleague = (personId: string, roles: string[]): Actor => ({
  ...ENVIRONMENT,
  personId,
  personName: `Person ${personId}`,
  roles,
});
/** Three more of the environment department, one of them its lead. */
export const BEN = colleague('ben', ['officer']);
export const CAI = colleague('cai', ['officer']);
export const LEAD = colleague('lead', ['officer', 'desk-lead']);
export const TAX = actor('department', 'tax');
export const OFFICE = actor('office', 'office');
export const BANK = actor('bank', '91310115LJDEM005X7');
