import { ShowRegister } from '../../workflows/listing-certificate/register/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof ShowRegister;

/** The register of one's own department; the ETag is that of its settings. */
export async function showRegister(
  { actor: { organisationId } }: RouteInput<Contract>,
  { registers }: ServicesWithRegisters,
): Promise<RouteReply<Contract>> {
  const [head, { settings, revision }, loads] = await Promise.all([
    registers.head(organisationId),
    registers.settings(organisationId),
    registers.newestLoads(organisationId),
  ]);
  return {
    body: { ...(head ? { head } : {}), settings, settingsVersion: revision, loads },
    version: revision,
  };
}

export const handler = route(ShowRegister, showRegister, servicesWithRegisters);
