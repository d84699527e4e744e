import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import type {
  ProgrammeRecord,
  ProgrammeVersion,
} from '../../../workflows/patent-funding/programmes/record.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { AuditKind } from '../../../workflows/shared/audit-entry.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { RefusedError } from '../../shared/errors.ts';
import { personOf } from '../../shared/person-of.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { FundingServices } from '../store/funding-services.ts';

interface Change {
  readonly programmeId: string;
  readonly actor: Actor;
  readonly idempotency: IdempotentRequest;
  readonly kind: AuditKind;
  readonly details: Readonly<Record<string, string>>;
  /** The record as it is from now on; refuses what may not be. */
  readonly next: (record: ProgrammeRecord, at: string) => Omit<ProgrammeRecord, 'revision'>;
}

/** One change of a programme by the office: the record, its audit entry and the answer to the request in one transaction. */
export async function changeProgramme(
  { programmeId, actor, idempotency, kind, details, next }: Change,
  { programmes, idempotency: markers, commit, now }: FundingServices,
): Promise<{ body: ProgrammeRecord; version: number }> {
  return untilFresh(async () => {
    const record = (await programmes.read(programmeId)) ?? { programmeId, revision: 0, versions: [] };
    const at = localInstant(now());
    const changed = { ...next(record, at), revision: record.revision };
    const body = { ...changed, revision: record.revision + 1 };
    const reply = { body, version: body.revision };
    await commit([
      markers.remember(idempotency, reply, now()),
      ...(await programmes.change(changed, { kind, at, actor: personOf(actor), details })),
    ]);
    return reply;
  });
}

/** The versions with one of them as it is from now on. */
export function withVersion(
  { versions }: ProgrammeRecord,
  changed: ProgrammeVersion & { programme: Programme },
): ProgrammeVersion[] {
  const others = versions.filter(({ programme }) => programme.version !== changed.programme.version);
  return [...others, changed];
}

/** A draft of a record. @throws RefusedError 404 where there is none of that version, 409 where it is published */
export function draftOf({ programmeId, versions }: ProgrammeRecord, version: string): Programme {
  const found = versions.find(({ programme }) => programme.version === version);
  if (found === undefined) throw noSuchVersion();
  if (found.state === 'PUBLISHED') throw publishedAlready(programmeId, version);
  return found.programme;
}

export function noSuchVersion(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'programme-not-found',
    zh: '没有这个资助项目或版本',
    en: 'There is no such programme or version',
  });
}

export function publishedAlready(programmeId: string, version: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'version-published',
    zh: '该版本已发布，不可修改；请起草新版本',
    en: 'The version is published and never changes: draft another one',
    present: { programmeId, version, state: 'PUBLISHED' },
  });
}
