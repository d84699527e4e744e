import type { Actor } from '../../workflows/shared/actor.ts';
import type { AuditActor } from '../../workflows/shared/audit-entry.ts';

/** The person who acts, as the audit keeps it. */
export function personOf({ roles: _, ...person }: Actor): AuditActor {
  return { by: 'person', ...person };
}
