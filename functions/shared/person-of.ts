import type { Actor } from '../../workflows/shared/actor.ts';
import type { AuditActor } from '../../workflows/shared/audit-entry.ts';
import type { Officer } from '../../workflows/shared/desk-task.ts';

/** The person who acts, as the audit keeps it; `forWhom` where they act under a delegation. */
export function personOf({ roles: _, ...person }: Actor, forWhom?: Officer): AuditActor {
  return { by: 'person', ...person, ...(forWhom && { forWhom }) };
}
