import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import type { Remark, RemarkKind } from '../../../workflows/shared/case-remark.ts';
import type { Services } from '../../shared/services.ts';
import type { OrderedPageRequest } from '../../shared/store/cursor.ts';

interface RemarksRequest {
  readonly case: Case;
  readonly actor: Actor;
  readonly query: OrderedPageRequest;
}

/** Which person of another organisation wrote is for that organisation and the office to know. */
export async function listRemarks(
  { case: { caseId }, actor, query }: RemarksRequest,
  kind: RemarkKind,
  { remarks }: Pick<Services, 'remarks'>,
): Promise<{ body: { items: Remark[]; cursor?: string } }> {
  const { items, ...next } = await remarks.list(caseId, kind, actor.organisationId, query);
  return { body: { items: items.map((remark) => seenBy(remark, actor)), ...next } };
}

function seenBy({ by: { personName, ...by }, ...remark }: Remark, reader: Actor): Remark {
  const known = reader.organisationKind === 'office' || reader.organisationId === by.organisationId;
  return { ...remark, by: { ...by, ...(known && personName && { personName }) } };
}
