import { StartRegisterLoad } from '../../workflows/listing-certificate/register/routes.ts';
import { stepFunctions } from '../shared/aws/step-functions.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { type RegisterMachine, registerMachine } from './client/register-machine.ts';
import { ownLoad } from './register/own-load.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof StartRegisterLoad;

interface StartServices extends ServicesWithRegisters {
  readonly registerMachine: RegisterMachine;
}

/**
 * Begins a load whose file is uploaded. The machine takes each load once, whatever is sent again; so it is told first and the
 * answer kept after. @throws RefusedError 409 where the load has ended
 */
export async function startRegisterLoad(
  { actor, params: { loadId }, idempotency }: RouteInput<Contract>,
  { registers, registerMachine: machine, commit, idempotency: markers, now }: StartServices,
): Promise<RouteReply<Contract>> {
  const load = await ownLoad(registers, actor, loadId);
  const { status } = load;
  if (status !== 'AWAITING_FILE' && status !== 'LOADING') {
    throw new RefusedError({
      status: 409,
      code: 'register-load-ended',
      zh: '这次加载已经结束，请重新发起',
      en: 'The load has ended: begin another',
      present: { loadId, status },
    });
  }
  await machine.start(load);
  const reply: RouteReply<Contract> = { body: { ...load, status: 'LOADING' } };
  await commit([markers.remember(idempotency, reply, now())]);
  return reply;
}

export const handler = route(StartRegisterLoad, startRegisterLoad, () => {
  const { registers } = servicesWithRegisters();
  return extended({ registers, registerMachine: registerMachine(stepFunctions()) });
});
