import type { Actor } from '../../workflows/shared/actor.ts';
import { detailsForReader, isForReader } from '../../workflows/shared/audit-audience.ts';
import { AUDIT_KIND_TEXT, type AuditActor, type AuditEntry } from '../../workflows/shared/audit-entry.ts';
import type { TimelineEntry } from '../../workflows/shared/case.ts';
import { ReadTimeline } from '../../workflows/shared/case-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ReadTimeline;

/** What happened to a case. A page may be short: what is not the reader's to know is left out of it. */
export async function readTimeline(
  { case: { caseId }, actor, query }: RouteInput<Contract>,
  { cases }: Services,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await cases.readAudit(caseId, query);
  const shown = items.filter((entry) => isForReader(entry, actor));
  return { body: { items: shown.map((entry) => timelineEntry(entry, actor)), ...next } };
}

function timelineEntry(entry: AuditEntry, reader: Actor): TimelineEntry {
  const { sequence, at, kind, hash, actor } = entry;
  const details = detailsForReader(entry, reader);
  return { sequence, at, kind, text: AUDIT_KIND_TEXT[kind], by: seenBy(actor, reader), details, hash };
}

/** Which person of another organisation acted is for that organisation and the office to know. */
function seenBy(actor: AuditActor, reader: Actor): TimelineEntry['by'] {
  if (actor.by === 'platform') return { organisationKind: 'platform', organisationName: '平台' };
  const { organisationKind, organisationName, organisationId, personName, forWhom } = actor;
  const known = reader.organisationKind === 'office' || reader.organisationId === organisationId;
  return {
    organisationKind,
    organisationName,
    ...(known ? { personName, ...(forWhom && { forPersonName: forWhom.personName }) } : {}),
  };
}

export const handler = route(ReadTimeline, readTimeline);
