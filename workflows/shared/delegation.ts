import type { Delegation } from './desk-roster.ts';
import type { Officer } from './desk-task.ts';

type Scope = Pick<Delegation, 'fromOn' | 'toOn' | 'workflows'>;
type Link = Scope & Pick<Delegation, 'from' | 'to'>;

/** Somebody whose tasks an officer may do, and the delegations that lead to them, nearest first. */
export interface ActingFor {
  readonly whom: Officer;
  readonly by: readonly string[];
}

/** @param on a date in Asia/Shanghai */
export function isInForce(delegation: Delegation, workflow: string, on: string): boolean {
  const { fromOn, toOn, workflows, revokedAt } = delegation;
  return revokedAt === undefined && fromOn <= on && on <= toOn && workflows.includes(workflow);
}

/** For whom an officer acts that day, over chains: who delegates to somebody who delegates further has the last one act. */
export function actingFor(
  delegations: readonly Delegation[],
  personId: string,
  workflow: string,
  on: string,
): ActingFor[] {
  const inForce = delegations.filter((one) => isInForce(one, workflow, on));
  const found = new Map<string, ActingFor>();
  const look = (deputy: string, by: readonly string[]) => {
    for (const { from, to, delegationId } of inForce) {
      if (to.personId !== deputy || from.personId === personId || found.has(from.personId)) continue;
      found.set(from.personId, { whom: from, by: [...by, delegationId] });
      look(from.personId, [...by, delegationId]);
    }
  };
  look(personId, []);
  return [...found.values()];
}

/** The days and procedures that all of them share; undefined where there is none. */
function shared(a: Scope, b: Scope): Scope | undefined {
  const fromOn = a.fromOn > b.fromOn ? a.fromOn : b.fromOn;
  const toOn = a.toOn < b.toOn ? a.toOn : b.toOn;
  const workflows = a.workflows.filter((name) => b.workflows.includes(name));
  return fromOn <= toOn && workflows.length > 0 ? { fromOn, toOn, workflows } : undefined;
}

/** Those of the same officer that overlap it in days and procedures: at any time a task goes to one deputy. */
export function overlapping(delegations: readonly Delegation[], made: Link): Delegation[] {
  return delegations.filter(
    (one) =>
      one.revokedAt === undefined &&
      one.from.personId === made.from.personId &&
      shared(one, made) !== undefined,
  );
}

/**
 * Whether it would close a circle, over chains of any length, on a day and in a procedure that all its links share: a task in a
 * circle would be nobody's.
 */
export function closesCircle(delegations: readonly Delegation[], made: Link): boolean {
  const valid = delegations.filter(({ revokedAt }) => revokedAt === undefined);
  // At most one link leads on from an officer on any day, so that no path comes back to an officer it has passed.
  const leadsBack = (deputy: string, scope: Scope, passed: readonly string[]): boolean =>
    deputy === made.from.personId ||
    valid
      .filter(({ from, to }) => from.personId === deputy && !passed.includes(to.personId))
      .some((one) => {
        const common = shared(scope, one);
        return common !== undefined && leadsBack(one.to.personId, common, [...passed, one.to.personId]);
      });
  return leadsBack(made.to.personId, made, [made.to.personId]);
}
