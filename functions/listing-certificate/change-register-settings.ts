import { ChangeRegisterSettings } from '../../workflows/listing-certificate/register/routes.ts';
import { rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { foreignFields } from './register/about-faults.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof ChangeRegisterSettings;

/** Stores what a department chose, and who chose it; cases planned from now on follow it. */
export async function changeRegisterSettings(
  { actor, body, ifMatch }: RouteInput<Contract>,
  { registers, commit, now }: ServicesWithRegisters,
): Promise<RouteReply<Contract>> {
  const { organisationId: departmentId, personId, personName } = actor;
  const { catalogue } = rulesOn(listingRuleVersions(), localDateOf(now()));
  const faults = foreignFields('/fieldsByRecord', body.fieldsByRecord, departmentId, catalogue);
  if (faults.length > 0) throw refusedForFaults(faults);
  return untilFresh(async () => {
    const { revision } = await registers.settings(departmentId);
    if (revision !== ifMatch) throw changedMeanwhile({ revision });
    const change = {
      settings: body,
      readRevision: revision,
      changedAt: localInstant(now()),
      changedBy: { personId, personName },
    };
    await commit([registers.changeSettings(departmentId, change)]);
    return { body, version: revision + 1 };
  });
}

export const handler = route(ChangeRegisterSettings, changeRegisterSettings, servicesWithRegisters);
