import { ReadRegisterLoad } from '../../workflows/listing-certificate/register/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownLoad } from './register/own-load.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof ReadRegisterLoad;

/** How a load of one's own department went. */
export async function readRegisterLoad(
  { actor, params: { loadId } }: RouteInput<Contract>,
  { registers }: ServicesWithRegisters,
): Promise<RouteReply<Contract>> {
  return { body: await ownLoad(registers, actor, loadId) };
}

export const handler = route(ReadRegisterLoad, readRegisterLoad, servicesWithRegisters);
