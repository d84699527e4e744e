import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Delegation } from '../../../workflows/shared/desk-roster.ts';
import type { Outbox } from '../../shared/store/outbox-store.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

/**
 * Who is to know that a delegation was made or revoked: who is to act, and whose tasks they are; nobody of what they did themselves.
 * Two writes at the most.
 */
export function tellOfDelegation(
  outbox: Outbox,
  what: 'made' | 'revoked',
  { delegationId, from, to, fromOn, toOn, workflows }: Delegation,
  { personId, organisationId }: Actor,
  at: string,
): GuardedWrite[] {
  const about = { departmentId: organisationId, delegationId, fromOn, toOn, workflows };
  const of = { organisationId };
  const tell = (
    kind: 'delegation-received' | 'delegation-arranged' | 'delegation-revoked',
    officerId: string,
  ) => (officerId === personId ? [] : outbox.notify(kind, of, at, { ...about, officerId }));
  return [
    ...tell(what === 'made' ? 'delegation-received' : 'delegation-revoked', to.personId),
    ...tell(what === 'made' ? 'delegation-arranged' : 'delegation-revoked', from.personId),
  ];
}
