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
export const TAX = actor('department', 'tax');
export const OFFICE = actor('office', 'office');
export const BANK = actor('bank', '91310115LJDEM005X7');
