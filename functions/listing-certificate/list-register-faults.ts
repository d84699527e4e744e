import { ListRegisterFaults } from '../../workflows/listing-certificate/register/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownLoad } from './register/own-load.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof ListRegisterFaults;

/** Every bad line of a load of one's own department, in order. */
export async function listRegisterFaults(
  { actor, params: { loadId }, query: { limit, cursor } }: RouteInput<Contract>,
  { registers }: ServicesWithRegisters,
): Promise<RouteReply<Contract>> {
  const load = await ownLoad(registers, actor, loadId);
  const { items, ...next } = await registers.records.readFaults(load, { limit, cursor });
  return { body: { items: [...items], ...next } };
}

export const handler = route(ListRegisterFaults, listRegisterFaults, servicesWithRegisters);
