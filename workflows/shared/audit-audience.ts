import type { Actor } from './actor.ts';
import type { AuditEntry, AuditKind } from './audit-entry.ts';

/** Who reads of it beside the one who did it; what is not named here is for everybody who may see the case. */
const AUDIENCE: Partial<Record<AuditKind, 'office' | 'departments' | 'nobody'>> = {
  // How an organisation divides its work is for itself and the office to know.
  'task-claimed': 'office',
  'task-released': 'office',
  'task-assigned': 'office',
  'comment-added': 'departments',
  'note-added': 'nobody',
};

/** Whether an entry belongs in the timeline that somebody who may see the case reads. */
export function isForReader({ kind, actor }: AuditEntry, reader: Actor): boolean {
  const audience = AUDIENCE[kind];
  if (audience === undefined) return true;
  if (actor.by === 'person' && actor.organisationId === reader.organisationId) return true;
  if (reader.organisationKind === 'office') return audience !== 'nobody';
  return reader.organisationKind === 'department' && audience === 'departments';
}
