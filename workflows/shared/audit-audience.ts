import type { Actor } from './actor.ts';
import type { AuditEntry, AuditKind } from './audit-entry.ts';

/** How an organisation divides its work is for itself and the office to know. */
const INTERNAL: readonly AuditKind[] = ['task-claimed', 'task-released', 'task-assigned'];

/** Whether an entry belongs in the timeline that somebody who may see the case reads. */
export function isForReader({ kind, actor }: AuditEntry, reader: Actor): boolean {
  if (reader.organisationKind === 'office') return true;
  if (!INTERNAL.includes(kind)) return true;
  return actor.by === 'person' && actor.organisationId === reader.organisationId;
}
