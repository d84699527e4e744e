import { createHash } from 'node:crypto';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import type { Remark, RemarkKind } from '../../../workflows/shared/case-remark.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { personOf } from '../../shared/person-of.ts';
import type { Services } from '../../shared/services.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

interface RemarkRequest {
  readonly case: Case;
  readonly actor: Actor;
  readonly body: { readonly text: string };
  readonly idempotency: IdempotentRequest;
}

/** Who is to be told of it, as writes. */
type Tell = (found: Case, at: string) => Promise<GuardedWrite[]>;

/** By the number of its audit entry: in the order in which they were written, of the same second too. */
const remarkIdAt = (sequence: number) => String(sequence).padStart(8, '0');

/** Writes it with an audit entry that holds not the text but its hash, so that a changed text shows. */
export async function addRemark(
  { case: { caseId }, actor, body: { text }, idempotency }: RemarkRequest,
  kind: RemarkKind,
  { cases, remarks, commit, idempotency: markers, now }: Services,
  tell: Tell = async () => [],
): Promise<{ body: Remark }> {
  return untilFresh(async () => {
    const found = await cases.read(caseId);
    if (!found) throw new Error(`case ${caseId} is gone`);
    const at = localInstant(now());
    const { personId: _, roles: __, ...by } = actor;
    const remark: Remark = { remarkId: remarkIdAt(found.version + 1), at, by, text };
    const textSha256 = createHash('sha256').update(text).digest('hex');
    const details = { remarkId: remark.remarkId, textSha256 };
    const reply = { body: remark };
    await commit([
      markers.remember(idempotency, reply, now()),
      remarks.add(caseId, kind, remark),
      ...cases.change(found, {}, { kind: `${kind}-added`, at, actor: personOf(actor), details }),
      ...(await tell(found, at)),
    ]);
    return reply;
  });
}
