import { demand } from '../../test/functions/financing-demand/financing-world.ts';
import type { DemandSubmission } from '../../workflows/financing-demand/contract.ts';
import type { Actor } from '../../workflows/shared/actor.ts';
import { usccCheckCharacter } from '../../workflows/shared/identifiers.ts';

/** Every demand is another enterprise's; one person acts for all of them. */
export function enterprise(index: number): Actor {
  const code = `91500112LJ${String(index).padStart(7, '0')}`;
  const organisationId = code + usccCheckCharacter(code);
  return {
    organisationKind: 'enterprise',
    organisationId,
    organisationName: `压测企业${String(index).padStart(7, '0')}`,
    personId: 'person',
    personName: '压测（虚构）',
    roles: ['applicant'],
  };
}

export function demandOf(actor: Actor): DemandSubmission {
  return demand({ applicant: { uscc: actor.organisationId, name: actor.organisationName } });
}

/** The request that sends the demand of an enterprise; the demand's id is made of it. */
export function sendingOf(actor: Actor) {
  return { organisationId: actor.organisationId, key: 'submit', requestHash: 'submit' };
}
