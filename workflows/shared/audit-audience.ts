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

/** Of entries that are for everybody: which officers do a department's work, in whose right, and why they were changed. */
const INTERNAL: Partial<Record<AuditKind, readonly string[]>> = {
  'task-reassigned': ['from', 'to', 'reason'],
  'task-decided': ['delegationIds'],
  'supplement-asked': ['delegationIds'],
};

/** What a reader is shown of an entry's details: all of them where the task is its own department's, or the reader the office. */
export function detailsForReader(
  { kind, details }: Pick<AuditEntry, 'kind' | 'details'>,
  reader: Actor,
): AuditEntry['details'] {
  const internal = INTERNAL[kind] ?? [];
  const knows = reader.organisationKind === 'office' || reader.organisationId === details.departmentId;
  if (knows || internal.length === 0) return details;
  return Object.fromEntries(Object.entries(details).filter(([name]) => !internal.includes(name)));
}
