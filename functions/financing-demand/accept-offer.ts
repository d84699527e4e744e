import type { Answer } from '../../workflows/financing-demand/answer/contract.ts';
import { AcceptOffer } from '../../workflows/financing-demand/answer/routes.ts';
import { acceptanceFault, openFenOf } from '../../workflows/financing-demand/answer/rules/acceptance.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { readDemand } from '../shared/demand.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import type { RouteReply } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { noSuchDemand } from './answer/answered-demand.ts';
import { countAll } from './answer/counted-writes.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type Rewritten, rewrite } from './demand/rewrite.ts';
import { drawUpAtOnce } from './list/draw-up-at-once.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof AcceptOffer;

/**
 * Accepts an offer. One transaction: the offer is accepted, the demand takes so much less, and when it takes no more it is over and all
 * other institutions are told. Of two acceptances at the same moment one finds the demand changed. @throws RefusedError 404, 409
 */
export async function acceptOffer(
  input: RouteInput<Contract>,
  services: ServicesWithAnswers,
): Promise<RouteReply<Contract>> {
  const { reply, rewritten } = await untilFresh(() => store(input, services));
  await drawUpAtOnce(rewritten.atOnce, services);
  return reply;
}

async function store(
  { params: { demandId }, actor, body: { institutionId, amountFen }, idempotency }: RouteInput<Contract>,
  services: ServicesWithAnswers,
): Promise<{ reply: RouteReply<Contract>; rewritten: Rewritten }> {
  const { answers, reports, outbox, commit, idempotency: markers, now } = services;
  const demand = await readDemand(demandId, services);
  const answer = await answers.read({ demandId, institutionId });
  if (!demand || !answer) throw noSuchDemand();
  const { detail } = demand;
  const at = localInstant(now());
  const fault = acceptanceFault(detail, answer, { amountFen, today: localDateOf(now()) });
  if (fault)
    throw new RefusedError({
      status: 409,
      ...fault,
      present: { status: answer.status, openFen: openFenOf(detail) },
    });

  const acceptances = [...(detail.acceptances ?? []), { institutionId, amountFen, at }];
  const openFen = openFenOf({ ...detail, acceptances });
  const rewritten = await rewrite(
    demand,
    {
      detail: { ...detail, acceptances, ...(openFen === 0 && { ended: { reason: 'financed', at } }) },
      ...(openFen === 0 && { status: 'DECIDED' }),
      deed: { kind: 'offer-accepted', actor: personOf(actor), details: { institutionId, amountFen } },
      atOnce: true,
    },
    services,
  );
  const reply: RouteReply<Contract> = {
    body: { institutionId, amountFen, demandOver: openFen === 0, openFen },
  };
  const first = acceptances.length === 1 ? { financed: 1 } : {};
  await commit([
    markers.remember(idempotency, reply, now()),
    ...rewritten.writes,
    ...answers.put(answer, accepted(answer, amountFen, at)),
    ...outbox.notify('offer-accepted', demand.case, at, { institutionId }),
    ...countAll(reports, detail, institutionId, { accepted: 1, acceptedFen: amountFen, ...first }, at),
  ]);
  return { reply, rewritten };
}

function accepted({ wakeAt: _, ...answer }: Answer, amountFen: number, at: string): Answer {
  return { ...answer, status: 'ACCEPTED', accepted: { amountFen, at }, version: answer.version + 1 };
}

export const handler = demandRoute(AcceptOffer, acceptOffer, servicesWithAnswers);
