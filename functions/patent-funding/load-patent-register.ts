import { REGISTER_KEEPER } from '../../workflows/patent-funding/registry/contract.ts';
import { LoadPatentRegister } from '../../workflows/patent-funding/registry/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { sentRecords } from './registry/sent-records.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof LoadPatentRegister;

/** Takes records of patents into the local register, all or, where any is wrong, none. Sent again it does the same. */
export async function loadPatentRegister(
  { actor, body, idempotency }: RouteInput<Contract>,
  { register, idempotency: markers, commit, now }: FundingServices,
): Promise<RouteReply<Contract>> {
  if (actor.organisationKind === 'department' && actor.organisationId !== REGISTER_KEEPER)
    throw notTheKeeper();
  const sent = await sentRecords(body);
  if (!sent.ok) throw refusedForFaults(sent.faults);
  await register.load(sent.value);
  const reply = { body: { loaded: sent.value.length } };
  await commit([markers.remember(idempotency, reply, now())]);
  return reply;
}

function notTheKeeper(): RefusedError {
  return new RefusedError({
    status: 403,
    code: 'not-the-keeper',
    zh: '专利登记信息由知识产权中心维护',
    en: 'The IP centre keeps the register of patents',
  });
}

export const handler = route(LoadPatentRegister, loadPatentRegister, fundingServices);
