import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import { isOver } from '../../../workflows/financing-demand/rules/demand-seen.ts';
import { beginExecution } from '../../shared/begin-execution.ts';
import { type Demand, readDemand } from '../../shared/demand.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { type DemandChange, rewrite } from '../demand/rewrite.ts';
import { drawUpAtOnce } from '../list/draw-up-at-once.ts';
import type { ChangeServices } from '../store/change-services.ts';

interface Changing<Body> {
  readonly demandId: string;
  readonly idempotency: IdempotentRequest;
  /** Judges the demand as it stands and says what changes. @throws RefusedError */
  readonly change: (standing: Demand) => DemandChange;
  /** What is answered, once the detail is known. */
  readonly reply: (standing: Demand, detail: DemandDetail) => { body: Body; version: number };
  /** More writes for the same transaction. */
  readonly also?: (standing: Demand) => readonly GuardedWrite[];
}

/**
 * A change of a standing demand by a request: judged against what stands, written with what institutions are to be told and the answer to
 * this Idempotency-Key in one transaction; then the lists that go out at once.
 */
export async function changeDemand<Body>(
  { demandId, idempotency, change, reply, also }: Changing<Body>,
  services: ChangeServices,
): Promise<{ body: Body; version: number }> {
  const changed = await untilFresh(async () => {
    const standing = await readDemand(demandId, services);
    if (!standing) throw new Error(`demand ${demandId} is gone`);
    refuseOver(standing, services.now());
    const { detail, writes, atOnce, restart } = await rewrite(standing, change(standing), services);
    const answered = reply(standing, detail);
    await services.commit([
      services.idempotency.remember(idempotency, answered, services.now()),
      ...writes,
      ...(also?.(standing) ?? []),
    ]);
    return { answered, atOnce, restart };
  });
  await drawUpAtOnce(changed.atOnce, services);
  if (changed.restart) await beginExecution(changed.restart, services);
  return changed.answered;
}

/** @throws RefusedError 409 with the present state */
function refuseOver({ demandId, case: { status }, detail }: Demand, now: Date): void {
  if (!isOver(detail, now)) return;
  throw new RefusedError({
    status: 409,
    code: 'demand-over',
    zh: '融资需求已经结束',
    en: 'The demand is over',
    present: { demandId, status, ...(detail.ended && { ended: detail.ended }) },
  });
}
